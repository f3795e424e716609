import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  ana,
  composer,
  dana,
  general,
  marcus,
  message,
  openWorkspace,
  support,
  type Workspace,
  write,
} from './support/workspace.ts';

describeInBrowser('Speaking as several people', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('a private note is seen by its person alone', async () => {
    const hers = await workspace.open({ as: dana, in: support });
    const his = await workspace.open({ as: marcus, in: support });
    await workspace.api('chat.postEphemeral', { channel: support, user: dana, text: 'just for you' });
    await workspace.api('chat.postMessage', { channel: support, text: 'for everybody' });
    await message(hers, 'just for you').getByText('Only visible to you').waitFor();
    await message(his, 'for everybody').waitFor();
    expect(await message(his, 'just for you').count()).toBe(0);
  });

  it('the switcher says who is who, and each sees only their own channels', async () => {
    const page = await workspace.open({ as: dana, in: support });
    expect(await page.locator('[data-place]').allTextContents()).not.toContain('support-triage');
    await page.getByRole('button', { name: /^Speaking as Dana Whitfield/ }).click();
    await page.getByRole('menuitemradio', { name: /Ana Ruiz.*agent, Larder/ }).click();
    await page.getByRole('button', { name: /^Speaking as Ana Ruiz/ }).waitFor();
    await page.getByRole('button', { name: 'support-triage' }).click();
    expect(new URL(page.url()).searchParams.get('as')).toBe(ana);
    await page.reload();
    await page.getByRole('button', { name: /^Speaking as Ana Ruiz/ }).waitFor();
    expect(await composer(page).getAttribute('placeholder')).toBe('Write as Ana in support-triage');
    await page.getByRole('button', { name: /^Speaking as Ana Ruiz/ }).click();
    await page.getByRole('menuitemradio', { name: /Dana Whitfield/ }).click();
    await expect.poll(() => page.locator('h1:visible').textContent()).toBe('#support');
  });

  it('a message waits, marked unread, for each person who was not looking', async () => {
    const page = await workspace.open({ as: dana, in: support });
    await workspace.practice.control.say({ as: marcus, channel: general, text: 'news for all' });
    const place = page.locator(`[data-place="${general}"]`);
    await expect.poll(() => place.textContent()).toContain('1 unread');
    expect(await page.title()).toMatch(/^\(1\) /);
    await place.click();
    await message(page, 'news for all').waitFor();
    await page
      .getByRole('separator')
      .getByText('New', { exact: true })
      .or(page.locator('.new-line'))
      .first()
      .waitFor();
    await page.locator(`[data-place="${support}"]`).click();
    expect(await place.textContent()).not.toContain('unread');
    await page.getByRole('button', { name: /^Speaking as/ }).click();
    await page.getByRole('menuitemradio', { name: /Ana Ruiz/ }).click();
    await expect.poll(() => place.textContent()).toContain('1 unread');
  });

  it('a reply in a thread of mine is marked unread until I open it', async () => {
    const page = await workspace.open({ as: dana, in: general });
    const { ts } = await workspace.practice.control.say({ as: dana, channel: general, text: 'my question' });
    await message(page, 'my question').waitFor();
    await workspace.api('chat.postMessage', { channel: general, thread_ts: ts, text: 'an answer' });
    const link = message(page, 'my question').locator('.thread-link');
    await expect.poll(() => link.textContent()).toContain('1 new');
    await link.click();
    await message(page, 'an answer', 'thread').waitFor();
    await expect.poll(() => link.textContent()).not.toContain('new');
  });

  it('two tabs of one browser speak as two people', async () => {
    const hers = await workspace.open({ as: dana, in: general });
    const his = await hers.context().newPage();
    await his.goto(`${workspace.practice.url}?as=${marcus}&in=${general}`);
    await write(his, 'I am Marcus');
    await write(hers, 'I am Dana');
    await message(hers, 'I am Marcus').getByText('Marcus Boyle').waitFor();
    await message(his, 'I am Dana').getByText('Dana Whitfield').waitFor();
  });

  it('a direct conversation with the desk opens from the list', async () => {
    const page = await workspace.open({ as: dana, in: support });
    await page.getByRole('button', { name: 'Muster', exact: true }).click();
    await page.getByText('only between the two of you').waitFor();
    await write(page, 'hello desk');
    await message(page, 'hello desk').waitFor();
    await workspace.heard(({ event }) => (event as { channel_type?: string })?.channel_type === 'im');
  });
});
