import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { dana, general, message, openWorkspace, type Workspace, write } from './support/workspace.ts';

const attack =
  '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script> <!channel> <javascript:alert(1)|click me>';

describeInBrowser('Hostile text in the practice workspace', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('what a person types is shown as typed', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await write(page, attack);
    const shown = message(page, 'onerror');
    await shown.waitFor();
    expect(await shown.locator('.message-text').textContent()).toBe(attack);
    expect(await shown.locator('img, script, a').count()).toBe(0);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
  });

  it('what a bot posts, raw and in every kind of block, cannot run or lead to code', async () => {
    const page = await workspace.open({ as: dana, in: general });
    const evil = 'javascript:window.hurt=1';
    const mrkdwn = { type: 'mrkdwn', text: `${attack} <${evil}|here> <data:text/html,hi|there>` };
    const plain = { type: 'plain_text', text: attack };
    await workspace.api('chat.postMessage', {
      channel: general,
      text: attack,
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Hostile card' } },
        { type: 'section', text: mrkdwn, fields: [plain, mrkdwn] },
        { type: 'context', elements: [mrkdwn, { type: 'image', image_url: evil, alt_text: attack }] },
        { type: 'markdown', text: `${attack} [link](${evil}) | a |` },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'link', url: evil, text: attack },
                { type: 'text', text: attack },
              ],
            },
          ],
        },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'evil', text: { type: 'plain_text', text: 'Evil' }, url: evil },
          ],
        },
        { type: 'table', rows: [[{ type: 'raw_text', text: attack }]] },
        { type: 'video', video_url: evil, title: plain, alt_text: 'x', thumbnail_url: evil },
        { type: attack },
      ],
    });
    const card = message(page, 'Hostile card');
    await card.waitFor();
    const links = await card
      .locator('a')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')));
    expect(links.filter((href) => !/^(https?|mailto|tel):/.test(href ?? ''))).toEqual([]);
    expect(await card.locator('script, iframe, object').count()).toBe(0);
    expect(await card.locator('img').count()).toBe(0);
    for (const dead of await card.locator('.dead-link').all()) await dead.click();
    await card.getByRole('button', { name: 'Evil' }).click();
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await card.locator('.mention-all').first().textContent()).toBe('@channel');
  });

  it('malformed blocks are drawn as far as they make sense', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await workspace.api('chat.postMessage', {
      channel: general,
      text: 'odd',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Odd card' } },
        { type: 'section' },
        { type: 'actions', elements: 'none' },
        { type: 'rich_text', elements: [{ type: 'rich_text_list', elements: [{}] }, null] },
        {
          type: 'data_visualization',
          title: 5,
          chart: { type: 'bar', series: [{ data: [{ value: 'x' }] }] },
        },
        { type: 'table', rows: [null, 3] },
        { type: 'input' },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'still here' }] },
      ],
    });
    await message(page, 'Odd card').getByText('still here').waitFor();
    expect(workspace.complaints).toEqual([]);
  });
});
