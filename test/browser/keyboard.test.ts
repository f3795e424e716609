import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  composer,
  dana,
  general,
  message,
  openWorkspace,
  support,
  type Workspace,
} from './support/workspace.ts';

describeInBrowser('The practice workspace by keyboard alone', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('one can go to a channel, write, answer in the thread and come back', async () => {
    const page = await workspace.open({ as: dana, in: support });
    const focused = () => page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? ""');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('gen');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h1:visible').textContent()).toBe('#general');
    for (let tabs = 0; tabs < 40 && !(await focused()).startsWith('Write as'); tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type('written by keyboard');
    await page.keyboard.press('Enter');
    await message(page, 'written by keyboard').waitFor();
    for (let tabs = 0; tabs < 10 && !(await focused()).startsWith('Dana Whitfield'); tabs += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    expect(await focused()).toMatch(/^Dana Whitfield, /);
    for (let tabs = 0; tabs < 6 && (await focused()) !== 'Reply in thread'; tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Reply as Dana');
    await page.keyboard.type('and answered');
    await page.keyboard.press('Enter');
    await message(page, 'and answered', 'thread').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.thread-pane').isVisible()).toBe(false);
    await expect.poll(focused).toBe('Write as Dana in #general');
  });

  it('Alt and the arrows step through the channels', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => page.locator('h1:visible').textContent()).toBe('#support');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => page.locator('h1:visible').textContent()).toBe('#general');
  });

  it('the arrows walk from message to message', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await workspace.practice.control.say({ as: dana, channel: general, text: 'the one before' });
    await workspace.practice.control.say({ as: dana, channel: general, text: 'the last one' });
    await message(page, 'the last one').focus();
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.textContent'))
      .toContain('the one before');
  });

  it('every control has a name', async () => {
    const page = await workspace.open({ as: dana, in: support });
    await composer(page).waitFor();
    const nameless = await page.evaluate<string[]>(
      `[...document.querySelectorAll('button, input, textarea, a')]
        .filter((node) => node.checkVisibility() && !node.closest('[aria-hidden]'))
        .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length))
        .map((node) => node.outerHTML)`,
    );
    expect(nameless).toEqual([]);
  });
});
