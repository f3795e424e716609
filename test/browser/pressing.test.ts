import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  ana,
  button,
  message,
  openWorkspace,
  options,
  plain,
  pressed,
  triage,
  type Workspace,
} from './support/workspace.ts';

describeInBrowser('Using a card in the practice workspace', () => {
  let workspace: Workspace;
  let page: Page;
  beforeAll(async () => {
    workspace = await openWorkspace();
    page = await workspace.open({ as: ana, in: triage });
  });
  afterAll(() => workspace.close());

  async function card(title: string, elements: unknown[]): Promise<string> {
    const { ts } = await workspace.api('chat.postMessage', {
      channel: triage,
      text: title,
      blocks: [
        { type: 'header', text: plain(title) },
        { type: 'actions', block_id: 'acts', elements },
      ],
    });
    await message(page, title).waitFor();
    return String(ts);
  }

  it('a button tells the desk who pressed it, where, and its value', async () => {
    const ts = await card('T-1', [button('Approve', 'approve', { style: 'primary' })]);
    await message(page, 'T-1').getByRole('button', { name: 'Approve' }).click();
    const told = await workspace.heard(pressed('approve'));
    expect(told).toMatchObject({
      type: 'block_actions',
      user: { id: ana },
      channel: { id: triage },
      message: { ts },
      actions: [{ action_id: 'approve', block_id: 'acts', value: 'approve-value' }],
    });
  });

  it('a button with a confirm question does nothing when the answer is no', async () => {
    const confirm = {
      title: plain('Discard the draft?'),
      text: plain('It is gone then.'),
      confirm: plain('Discard it'),
      deny: plain('Keep it'),
    };
    await card('T-2', [button('Discard', 'discard', { style: 'danger', confirm })]);
    const discard = message(page, 'T-2').getByRole('button', { name: 'Discard' });
    await discard.click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(workspace.desk.told.some(pressed('discard'))).toBe(false);
    await discard.click();
    await page.getByRole('button', { name: 'Discard it' }).click();
    await workspace.heard(pressed('discard'));
  });

  it('a menu is filtered, chosen from by keyboard, and tells the chosen option', async () => {
    await card('T-3', [
      {
        type: 'static_select',
        action_id: 'severity',
        placeholder: plain('Severity'),
        options: options('P1', 'P2', 'P3', 'P4'),
      },
    ]);
    const menu = message(page, 'T-3').getByRole('button', { name: 'Severity' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('p');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const told = await workspace.heard(pressed('severity'));
    expect(told.actions).toMatchObject([{ selected_option: { value: 'p2' } }]);
    await expect.poll(() => menu.textContent()).toContain('P2');
  });

  it('a menu of many is told once, when it closes', async () => {
    await card('T-4', [
      {
        type: 'multi_static_select',
        action_id: 'tags',
        placeholder: plain('Tags'),
        options: options('Billing', 'Login', 'Api'),
      },
    ]);
    await message(page, 'T-4').getByRole('button', { name: 'Tags' }).click();
    await page.getByRole('option', { name: 'Billing' }).click();
    await page.getByRole('option', { name: 'Api' }).click();
    expect(workspace.desk.told.some(pressed('tags'))).toBe(false);
    await page.keyboard.press('Escape');
    const told = await workspace.heard(pressed('tags'));
    expect(told.actions).toMatchObject([{ selected_options: [{ value: 'billing' }, { value: 'api' }] }]);
  });

  it('people, overflow, boxes and dates tell what was chosen', async () => {
    await card('T-5', [
      { type: 'users_select', action_id: 'person', placeholder: plain('Assign to') },
      { type: 'overflow', action_id: 'more', options: options('Snooze', 'Merge') },
      { type: 'checkboxes', action_id: 'boxes', options: options('One', 'Two') },
      { type: 'radio_buttons', action_id: 'radio', options: options('Left', 'Right') },
      { type: 'datepicker', action_id: 'date' },
    ]);
    const shown = message(page, 'T-5');
    await shown.getByRole('button', { name: 'Assign to' }).click();
    await page.getByRole('option', { name: 'Omar Haddad' }).click();
    expect((await workspace.heard(pressed('person'))).actions).toMatchObject([{ selected_user: 'U07OMAR' }]);
    await shown.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Merge' }).click();
    expect((await workspace.heard(pressed('more'))).actions).toMatchObject([
      { selected_option: { value: 'merge' } },
    ]);
    await shown.getByLabel('Two').check();
    expect((await workspace.heard(pressed('boxes'))).actions).toMatchObject([
      { selected_options: [{ value: 'two' }] },
    ]);
    await shown.getByLabel('Right').check();
    expect((await workspace.heard(pressed('radio'))).actions).toMatchObject([
      { selected_option: { value: 'right' } },
    ]);
    await shown.locator('input[type=date]').fill('2026-12-24');
    expect((await workspace.heard(pressed('date'))).actions).toMatchObject([{ selected_date: '2026-12-24' }]);
  });

  it('a message shortcut tells the desk which message it was used on', async () => {
    const ts = await card('T-6', [button('Open', 'open')]);
    await message(page, 'T-6').hover();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Create ticket' }).click();
    const told = await workspace.heard(({ type }) => type === 'message_action');
    expect(told).toMatchObject({ callback_id: 'create_ticket', message_ts: ts, user: { id: ana } });
  });

  it('a card that the desk edits changes in place and keeps the focus on its button', async () => {
    const ts = await card('T-7', [button('Claim', 'claim')]);
    await message(page, 'T-7').getByRole('button', { name: 'Claim' }).focus();
    await workspace.api('chat.update', {
      channel: triage,
      ts,
      text: 'T-7',
      blocks: [
        { type: 'header', text: plain('T-7 claimed') },
        { type: 'actions', block_id: 'acts', elements: [button('Claim', 'claim'), button('Solve', 'solve')] },
      ],
    });
    await message(page, 'T-7 claimed').waitFor();
    await expect
      .poll(() => page.evaluate<string | null>('document.activeElement.getAttribute("data-action-id")'))
      .toBe('claim');
  });

  it('the desk’s home has live buttons', async () => {
    await workspace.api('views.publish', {
      user_id: ana,
      view: {
        type: 'home',
        blocks: [{ type: 'actions', block_id: 'home', elements: [button('My queue', 'queue')] }],
      },
    });
    await page.getByRole('button', { name: 'Muster · Home' }).click();
    await page.getByRole('button', { name: 'My queue' }).click();
    expect(await workspace.heard(pressed('queue'))).toMatchObject({
      user: { id: ana },
      view: { type: 'home' },
    });
    await workspace.heard(({ event }) => (event as { type?: string })?.type === 'app_home_opened');
  });
});
