import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { ana, composer, dana, message, openWorkspace, support, type Workspace } from './support/workspace.ts';

describeInBrowser('Channels as rooms', () => {
  let workspace: Workspace;
  let page: Page;
  let room: string;
  let made = 0;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());
  beforeEach(async () => {
    page = await workspace.open({ as: ana, in: support });
    made += 1;
    const { channel } = await workspace.api('conversations.create', {
      name: `inc-${made}`,
      is_private: true,
    });
    room = (channel as { id: string }).id;
    await workspace.api('conversations.invite', { channel: room, users: ana });
  });
  const place = () => page.locator(`[data-place="${room}"]`);
  const enter = () => place().click();

  it('a new room appears for those in it, without loading the page again', async () => {
    await expect.poll(() => place().textContent()).toContain(`inc-${made}`);
    expect(await place().locator('.icon-lock').count()).toBe(1);
    const stranger = await workspace.open({ as: dana, in: support });
    expect(await stranger.locator(`[data-place="${room}"]`).count()).toBe(0);
  });

  it('its topic, bookmarks and page stand above it, and nothing in them becomes markup', async () => {
    await enter();
    await workspace.api('conversations.setTopic', { channel: room, topic: 'P1 <b>now</b>' });
    const link = 'https://status.example.com/';
    await workspace.api('bookmarks.add', { channel_id: room, title: 'Status', type: 'link', link });
    const text = '# Now\n\n<img src=x onerror=alert(1)>\n\n[bad](javascript:alert(1))';
    const document_content = { type: 'markdown', markdown: text };
    await workspace.api('conversations.canvases.create', {
      channel_id: room,
      title: 'Log',
      document_content,
    });
    await expect.poll(() => page.locator('.channel-pane .topic').textContent()).toBe('P1 <b>now</b>');
    expect(await page.getByRole('link', { name: 'Status' }).getAttribute('href')).toBe(link);
    await page.getByRole('button', { name: 'Log' }).click();
    const sheet = page.getByRole('dialog', { name: 'Log' });
    await sheet.getByRole('heading', { name: 'Now' }).waitFor();
    expect(await sheet.textContent()).toContain('<img src=x');
    expect(await sheet.locator('img, a').count()).toBe(0);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(workspace.complaints).toEqual([]);
  });

  it('a person pins a message and finds it again', async () => {
    await enter();
    await workspace.api('chat.postMessage', { channel: room, text: 'It is the cache' });
    for (let line = 1; line <= 40; line += 1)
      workspace.practice.control.say({ as: ana, channel: room, text: `Line ${line}` });
    await message(page, 'Line 40').waitFor();
    await message(page, 'It is the cache').hover();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Pin to the channel' }).click();
    await message(page, 'Line 40').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: '1 pinned' }).click();
    await page.getByRole('menuitem', { name: /It is the cache/ }).click();
    await expect.poll(() => message(page, 'It is the cache').isVisible()).toBe(true);
    await expect.poll(() => page.locator(':focus').textContent()).toContain('cache');
  });

  it('a person leaves a room, and another one archives it', async () => {
    await workspace.api('conversations.invite', { channel: room, users: dana });
    const other = await workspace.open({ as: dana, in: room });
    await enter();
    await page.getByRole('button', { name: 'Channel actions' }).click();
    await page.getByRole('menuitem', { name: 'Leave the channel' }).click();
    await expect.poll(() => place().count()).toBe(0);
    await expect.poll(() => page.locator('h1:visible').textContent()).toBe('#support');
    await other.getByRole('button', { name: 'Channel actions' }).click();
    await other.getByRole('menuitem', { name: 'Archive the channel' }).click();
    await other.getByText('is archived. It can be read').waitFor();
    expect(await composer(other).isVisible()).toBe(false);
    await workspace.heard((told) => told.type === 'event_callback' && isOf(told, 'group_archive'));
  });

  it('a public room can be looked at before one comes in', async () => {
    const { channel } = await workspace.api('conversations.create', { name: `open-${made}` });
    room = (channel as { id: string }).id;
    const visitor = await workspace.open({ as: dana, in: room });
    await visitor.getByRole('button', { name: 'Join' }).click();
    await composer(visitor).waitFor();
    expect(await visitor.locator(`[data-place="${room}"]`).count()).toBe(1);
  });
});

function isOf(told: object, type: string): boolean {
  return 'event' in told && (told.event as { type?: string }).type === type;
}
