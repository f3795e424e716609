import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Takes a picture, kept when `SCREENSHOTS` names a folder, after checking that nothing sticks out sideways. */
export async function picture(page: Page, name: string): Promise<Buffer> {
  const [wide, width] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, innerWidth]',
  );
  expect(wide, name).toBeLessThanOrEqual(width);
  const sticksOut = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.scroller, .sheet-body')]
      .filter((node) => node.scrollWidth > node.clientWidth)
      .map((node) => node.className)`,
  );
  expect(sticksOut, name).toEqual([]);
  const folder = process.env.SCREENSHOTS;
  if (!folder) return page.screenshot();
  await mkdir(folder, { recursive: true });
  return page.screenshot({ path: join(folder, `${name}.png`) });
}
