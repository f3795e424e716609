import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { picture } from './support/picture.ts';
import {
  ana,
  button,
  dana,
  general,
  message,
  openWorkspace,
  options,
  plain,
  support,
  triage,
  type Workspace,
} from './support/workspace.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

const homeBlocks = [
  { type: 'header', text: plain('Your queue') },
  {
    type: 'section',
    text: mrkdwn('*T-1042* Checkout fails with error 502\nP1 · due in 14 minutes'),
    accessory: button('Open', 'open'),
  },
  { type: 'divider' },
  {
    type: 'section',
    text: mrkdwn('*T-1039* Card declined\nP3 · due tomorrow'),
    accessory: button('Open', 'open-2'),
  },
  {
    type: 'actions',
    elements: [button('New ticket', 'new', { style: 'primary' }), button('Unassigned', 'unassigned')],
  },
];

describeInBrowser('How the practice workspace looks', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
    const long = 'Averylongwordwithoutanyplacetobreak'.repeat(8);
    await workspace.practice.control.say({ as: dana, channel: support, text: `Checkout fails ${long}` });
    await workspace.api('chat.postMessage', {
      channel: triage,
      text: 'card',
      blocks: [
        { type: 'header', text: plain('T-1042 · Checkout fails with error 502') },
        {
          type: 'section',
          fields: ['Severity', 'Queue', 'Tier', long].map((name) => mrkdwn(`*${name}*\nvalue`)),
        },
        {
          type: 'table',
          rows: [Array.from({ length: 12 }, (_, at) => ({ type: 'raw_text', text: `column ${at}` }))],
        },
        { type: 'markdown', text: '# Title\n- one\n  - two\n\n| a | b |\n|---|---|\n| 1 | 2 |' },
        {
          type: 'data_visualization',
          title: 'Tickets',
          chart: {
            type: 'line',
            series: [
              {
                name: 'open',
                data: [
                  { label: 'Mo', value: 3 },
                  { label: 'Tu', value: 5 },
                ],
              },
            ],
          },
        },
        {
          type: 'actions',
          elements: [
            button('Approve & send', 'approve', { style: 'primary' }),
            button('Edit then send', 'edit'),
            {
              type: 'static_select',
              action_id: 'severity',
              placeholder: plain('Severity'),
              options: options('P1', 'P2'),
            },
          ],
        },
      ],
    });
  });
  afterAll(() => workspace.close());

  it('a card fits a laptop in light and in dark, and the two differ', async () => {
    const light = await workspace.open({ as: ana, in: triage }, { colorScheme: 'light' });
    const dark = await workspace.open({ as: ana, in: triage }, { colorScheme: 'dark' });
    for (const page of [light, dark]) await message(page, 'T-1042').waitFor();
    expect((await picture(light, 'card-light')).equals(await picture(dark, 'card-dark'))).toBe(false);
    const background = 'getComputedStyle(document.body).backgroundColor';
    const before = await dark.evaluate(background);
    await dark.getByRole('button', { name: 'Use the light theme' }).click();
    await expect.poll(() => dark.evaluate(background)).not.toBe(before);
    expect(await dark.evaluate(background)).toBe(await light.evaluate(background));
    await dark.reload();
    await message(dark, 'T-1042').waitFor();
    expect(await dark.evaluate(background)).toBe(await light.evaluate(background));
  });

  it('a phone shows channels as a drawer and a thread on the whole screen', async () => {
    const page = await workspace.open({ as: ana, in: triage }, phone);
    await message(page, 'T-1042').waitFor();
    await picture(page, 'phone-card');
    expect(await page.locator('.sidebar').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('button', { name: 'support', exact: true }).click();
    await message(page, 'Checkout fails').waitFor();
    await expect.poll(() => page.locator('.sidebar').isVisible()).toBe(false);
    await picture(page, 'phone-channel');
    await message(page, 'Checkout fails').locator('.message-author').tap();
    await page.getByRole('button', { name: 'Reply in thread' }).tap();
    const thread = page.locator('.thread-pane');
    await thread.waitFor();
    expect((await thread.boundingBox())?.width).toBe(390);
    await picture(page, 'phone-thread');
    await page.getByRole('button', { name: 'Close thread' }).tap();
    await thread.waitFor({ state: 'hidden' });
  });

  it('the home fits a laptop', async () => {
    await workspace.api('views.publish', { user_id: ana, view: { type: 'home', blocks: homeBlocks } });
    const page = await workspace.open({ as: ana, in: 'home' });
    await page.getByText('Your queue').waitFor();
    await picture(page, 'home');
  });

  it('a thread beside a channel fits a laptop', async () => {
    const ts = workspace.practice.state().messages.find(({ channel }) => channel === support)?.ts ?? '';
    const page = await workspace.open({ as: dana, in: support, thread: ts });
    await message(page, 'Checkout fails', 'thread').waitFor();
    await picture(page, 'thread');
  });

  it('a new card that is taller than the window is read from its beginning', async () => {
    const page = await workspace.open({ as: ana, in: triage });
    await message(page, 'T-1042').waitFor();
    const lines = Array.from({ length: 60 }, (_, at) => `line ${at}`).join('\n');
    await workspace.api('chat.postMessage', {
      channel: triage,
      text: 'tall',
      blocks: [
        { type: 'header', text: plain('A tall card') },
        { type: 'section', text: mrkdwn(lines) },
      ],
    });
    const title = message(page, 'A tall card').locator('.block-header');
    await title.waitFor();
    const top = async () => (await title.boundingBox())?.y ?? 0;
    await expect.poll(top).toBeLessThan(300);
    expect(await top()).toBeGreaterThan(100);
  });

  it('a channel of 1,000 messages draws the last 200 and earlier ones when asked', async () => {
    for (let at = 0; at < 1000; at += 1) {
      workspace.practice.control.say({ as: dana, channel: general, text: `line ${at}` });
    }
    const page = await workspace.open({ as: dana, in: general });
    await message(page, 'line 999').waitFor();
    expect(await page.locator('.channel-pane article').count()).toBe(200);
    await page.getByRole('button', { name: 'Show earlier messages (800)' }).click();
    expect(await page.locator('.channel-pane article').count()).toBe(400);
    workspace.practice.control.say({ as: ana, channel: general, text: 'one more' });
    await message(page, 'one more').waitFor();
  });

  it('nothing on the page was refused or failed', () => {
    expect(workspace.complaints).toEqual([]);
  });
});
