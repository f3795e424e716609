import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { picture } from './support/picture.ts';
import { ana, dana, message, openWorkspace, support, type Workspace } from './support/workspace.ts';

const hour = 60 * 60 * 1000;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

const clock = (page: Page) => page.getByRole('button', { name: /^Practice time/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Let time pass' });
const move = (page: Page, label: RegExp) => panel(page).getByRole('button', { name: label });

describeInBrowser('Letting time pass', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  const aheadHours = () => Math.round(workspace.practice.state().aheadMs / hour);

  it('one hour by the keyboard: the time in the bar moves, for everyone, and relative times follow', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    const text = `Opened <!date^${seconds}^{ago}|then>`;
    await workspace.api('chat.postMessage', { channel: support, text });
    const page = await workspace.open({ as: ana, in: support });
    const his = await workspace.open({ as: dana, in: support });
    await message(page, 'Opened').getByText('this minute').waitFor();
    await picture(page, 'clock-light');
    await clock(page).focus();
    await page.keyboard.press('Enter');
    await panel(page).getByText('The same as real time').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await panel(page).getByText('1 h ahead of real time').waitFor();
    expect(aheadHours()).toBe(1);
    await picture(page, 'clock-panel-light');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Practice time .* 1 h ahead of real time/ }).waitFor();
    await his.getByRole('button', { name: /^Practice time .* 1 h ahead of real time/ }).waitFor();
    await message(page, 'Opened').getByText('1 hour ago').waitFor();
  });

  it('the next morning: what was said today stands under yesterday, what is said then under today', async () => {
    const page = await workspace.open({ as: dana, in: support }, { timezoneId: 'Europe/Berlin' });
    await clock(page).click();
    await move(page, /^\+1 day/).click();
    await expect.poll(aheadHours).toBe(25);
    await move(page, /^Until 09:00/).click();
    await expect.poll(() => page.locator('.clock-time').textContent()).toMatch(/^0?9:00/);
    await page.keyboard.press('Escape');
    await workspace.practice.control.say({ as: ana, channel: support, text: 'Good morning' });
    await message(page, 'Good morning').waitFor();
    const days = await page.locator('.day-line').allTextContents();
    expect(days).toHaveLength(2);
    expect(days.at(-1)).toBe('Today');
    expect(days[0]).not.toBe('Today');
  });

  it('a long move shows how far it is, a second press adds to it, and Stop ends it', async () => {
    // A desk that is busy until it is let go keeps time from passing.
    let go = () => {};
    const busy = new Promise<void>((resolve) => {
      go = resolve;
    });
    workspace.practice.follow({ settled: () => busy, nextDue: async () => undefined, owes: () => false });
    const page = await workspace.open({ as: ana, in: support }, { colorScheme: 'dark' });
    await clock(page).click();
    await move(page, /^\+1 day/).click();
    await panel(page).getByRole('progressbar').waitFor();
    const { passing } = workspace.practice.state();
    await move(page, /^\+1 day/).click();
    await expect
      .poll(() => workspace.practice.state().passing?.until)
      .toBe((passing?.until ?? 0) + 24 * hour);
    await picture(page, 'clock-panel-dark');
    await panel(page).getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await panel(page).getByRole('progressbar').waitFor({ state: 'hidden' });
    expect(workspace.practice.state().passing).toBeUndefined();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('+15 min');
    go();
    await workspace.practice.passed();
  });

  it('fits a phone', async () => {
    const page = await workspace.open({ as: ana, in: support }, { ...phone, colorScheme: 'dark' });
    await picture(page, 'clock-phone');
    await clock(page).tap();
    await move(page, /^\+15 min/).waitFor();
    await picture(page, 'clock-panel-phone');
  });

  it('nothing on the page was refused or failed', () => {
    expect(workspace.complaints).toEqual([]);
  });
});
