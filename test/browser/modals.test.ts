import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { picture } from './support/picture.ts';
import {
  ana,
  button,
  marcus,
  message,
  openWorkspace,
  options,
  plain,
  support,
  triage,
  type Workspace,
} from './support/workspace.ts';

const input = (
  id: string,
  label: string,
  element: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: `${id}-in`, ...element },
  ...more,
});

const form = (blocks: unknown[], title = 'New ticket') => ({
  type: 'modal',
  callback_id: 'form',
  title: plain(title),
  submit: plain('Create'),
  close: plain('Never mind'),
  blocks,
});

describeInBrowser('Forms in the practice workspace', () => {
  let workspace: Workspace;
  let page: Page;
  beforeAll(async () => {
    workspace = await openWorkspace();
    await workspace.api('chat.postMessage', {
      channel: triage,
      text: 'forms',
      blocks: [
        { type: 'header', text: plain('forms') },
        { type: 'actions', block_id: 'acts', elements: [button('Open form', 'open-form')] },
      ],
    });
    page = await workspace.open({ as: ana, in: triage });
  });
  afterAll(() => workspace.close());
  beforeEach(() => {
    workspace.desk.answer = () => undefined;
  });

  /** Has the desk open this view when the button is pressed, and presses it. */
  async function openForm(
    view: unknown,
    submitted: (values: Record<string, unknown>) => unknown = () => undefined,
  ) {
    workspace.desk.answer = async (told) => {
      if (told.type === 'block_actions')
        await workspace.api('views.open', { trigger_id: told.trigger_id, view });
      if (told.type !== 'view_submission') return undefined;
      return submitted((told.view as { state: { values: Record<string, unknown> } }).state.values);
    };
    await message(page, 'forms').getByRole('button', { name: 'Open form' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }

  it('shows what is missing, then what the desk refuses, then sends every value in Slack’s shape', async () => {
    const sent: Record<string, unknown>[] = [];
    const view = form([
      input('title', 'Title', { type: 'plain_text_input' }),
      input('text', 'Text', { type: 'plain_text_input', multiline: true }, { optional: true }),
      input('queue', 'Queue', { type: 'static_select', options: options('Billing', 'Login') }),
      input('tags', 'Tags', { type: 'multi_static_select', options: options('A', 'B') }),
      input('who', 'Who', { type: 'users_select' }),
      input('where', 'Where', { type: 'conversations_select' }),
      input('sure', 'Sure', { type: 'checkboxes', options: options('Yes', 'No') }),
      input('side', 'Side', { type: 'radio_buttons', options: options('Left', 'Right') }),
      input('day', 'Day', { type: 'datepicker' }),
      input('hour', 'Hour', { type: 'timepicker' }),
      input('mail', 'Mail', { type: 'email_text_input' }),
      input('site', 'Site', { type: 'url_text_input' }),
      input('count', 'Count', { type: 'number_input', is_decimal_allowed: false }),
      input('rich', 'Rich', { type: 'rich_text_input' }),
    ]);
    const dialog = await openForm(view, (values) => {
      sent.push(values);
      return sent.length === 1
        ? { response_action: 'errors', errors: { title: 'There is such a ticket.' } }
        : undefined;
    });
    await dialog.getByRole('button', { name: 'Create' }).click();
    expect(await dialog.getByText('Please fill this in.').count()).toBe(13);
    await picture(page, 'form');
    await dialog.getByLabel('Title').fill('Broken & <b>bold</b>');
    await choose('Queue', 'Login');
    await choose('Tags', 'A', 'B');
    await choose('Who', 'Omar Haddad');
    await choose('Where', '#support');
    await dialog.getByLabel('Yes').check();
    await dialog.getByLabel('Right').check();
    await dialog.getByLabel('Day').fill('2026-12-24');
    await dialog.getByLabel('Hour').fill('10:30');
    await dialog.getByLabel('Mail').fill('not an address');
    await dialog.getByLabel('Site').fill('https://example.test/');
    await dialog.getByLabel('Count').fill('3');
    await dialog.getByLabel('Rich').fill('words');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('This is not an e-mail address.').waitFor();
    expect(sent).toEqual([]);
    await dialog.getByLabel('Mail').fill('dana@acme.test');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('There is such a ticket.').waitFor();
    expect(await dialog.getByLabel('Title').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByLabel('Title').fill('Another');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const option = (name: string) => ({ text: plain(name), value: name.toLowerCase() });
    expect(sent.at(-1)).toMatchObject({
      title: { 'title-in': { type: 'plain_text_input', value: 'Another' } },
      text: { 'text-in': { type: 'plain_text_input', value: null } },
      queue: { 'queue-in': { type: 'static_select', selected_option: option('Login') } },
      tags: { 'tags-in': { type: 'multi_static_select', selected_options: [option('A'), option('B')] } },
      who: { 'who-in': { type: 'users_select', selected_user: 'U07OMAR' } },
      where: { 'where-in': { type: 'conversations_select', selected_conversation: support } },
      sure: { 'sure-in': { type: 'checkboxes', selected_options: [option('Yes')] } },
      side: { 'side-in': { type: 'radio_buttons', selected_option: option('Right') } },
      day: { 'day-in': { type: 'datepicker', selected_date: '2026-12-24' } },
      hour: { 'hour-in': { type: 'timepicker', selected_time: '10:30' } },
      mail: { 'mail-in': { type: 'email_text_input', value: 'dana@acme.test' } },
      site: { 'site-in': { type: 'url_text_input', value: 'https://example.test/' } },
      count: { 'count-in': { type: 'number_input', value: '3' } },
      rich: {
        'rich-in': {
          type: 'rich_text_input',
          rich_text_value: {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'words' }] }],
          },
        },
      },
    });

    async function choose(label: string, ...names: string[]) {
      await dialog.getByRole('button', { name: new RegExp(`^${label}:`) }).click();
      for (const name of names)
        await page
          .getByRole('option', { name, exact: true })
          .or(page.getByRole('option', { name }))
          .first()
          .click();
      if (names.length > 1) await page.keyboard.press('Escape');
    }
  });

  it('a form over a form leaves the one below as it was typed', async () => {
    const dialog = await openForm(form([input('title', 'Title', { type: 'plain_text_input' })], 'Below'));
    await dialog.getByLabel('Title').fill('half written');
    workspace.desk.answer = (told) =>
      told.type === 'view_submission'
        ? {
            response_action: 'push',
            view: form([input('note', 'Note', { type: 'plain_text_input' })], 'Above'),
          }
        : undefined;
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('dialog', { name: 'Above' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Below' }).waitFor();
    expect(await page.getByRole('dialog').getByLabel('Title').inputValue()).toBe('half written');
    await page.getByRole('button', { name: 'Never mind' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('an update by the desk keeps what was typed', async () => {
    await openForm(form([input('title', 'Title', { type: 'plain_text_input' })]));
    // The first field has the focus as soon as the form opens, and keeps it.
    await page.keyboard.type('kept');
    const view = workspace.practice.state().views.at(-1);
    await workspace.api('views.update', {
      view_id: view?.id,
      view: form([
        { type: 'section', block_id: 'found', text: { type: 'mrkdwn', text: 'Two articles may help.' } },
        input('title', 'Title', { type: 'plain_text_input' }),
      ]),
    });
    await page.getByText('Two articles may help.').waitFor();
    expect(await page.getByRole('dialog').getByLabel('Title').inputValue()).toBe('kept');
    await page.keyboard.type(' and more');
    expect(await page.getByRole('dialog').getByLabel('Title').inputValue()).toContain(' and more');
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('only the person it was opened for sees it', async () => {
    const other = await workspace.open({ as: marcus, in: support });
    await openForm(form([input('title', 'Title', { type: 'plain_text_input' })], 'For Ana'));
    expect(await other.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Never mind' }).click();
  });
});
