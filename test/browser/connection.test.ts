import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { dana, general, message, openWorkspace, type Workspace, write } from './support/workspace.ts';

describeInBrowser('When the practice workspace loses a connection', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('a silent desk is said plainly, until it answers again', async () => {
    const page = await workspace.open({ as: dana, in: general });
    // The delivery and its immediate retry both fail; the next one is a minute away.
    await workspace.practice.control.faults({ add: [{ method: 'deliver', times: 2, drop: 'before' }] });
    await write(page, 'is anybody there');
    await page.getByText('The desk is not connected.').waitFor();
    const late = await workspace.open({ as: dana, in: general });
    await late.getByText('The desk is not connected.').waitFor();
    await write(page, 'and now');
    await page.getByText('The desk is not connected.').waitFor({ state: 'hidden' });
  });

  it('a lost server is said plainly, and what was missed comes when it is back', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await page.context().setOffline(true);
    const { port } = workspace.practice;
    await workspace.practice.close();
    await page.getByText('The practice server does not answer.').waitFor();
    await page.context().setOffline(false);
    const again = await openWorkspace(port);
    try {
      again.practice.control.say({ as: dana, channel: general, text: 'missed meanwhile' });
      await message(page, 'missed meanwhile').waitFor();
      await expect.poll(() => page.locator('.banner').isVisible()).toBe(false);
    } finally {
      await again.close();
    }
  });
});
