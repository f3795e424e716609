import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
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

describeInBrowser('Writing in the practice workspace', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('a message reaches the channel, the desk and everybody who looks', async () => {
    const page = await workspace.open({ as: dana, in: support });
    const other = await workspace.open({ as: marcus, in: support });
    await write(page, 'Checkout fails with error 502');
    await message(page, 'Checkout fails with error 502').waitFor();
    await message(other, 'Checkout fails with error 502').waitFor();
    expect(await composer(page).inputValue()).toBe('');
    await expect.poll(() => page.locator('.pending').count()).toBe(0);
    const told = await workspace.heard(
      ({ event }) => (event as { text?: string })?.text === 'Checkout fails with error 502',
    );
    expect(told.event).toMatchObject({ type: 'message', user: dana, channel: support });
  });

  it('Shift+Enter makes a line, Enter sends', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await composer(page).fill('first line');
    await composer(page).press('Shift+Enter');
    await composer(page).pressSequentially('second line');
    await composer(page).press('Enter');
    await message(page, 'second line').waitFor();
    expect(await message(page, 'second line').locator('.message-text').textContent()).toBe(
      'first line\nsecond line',
    );
  });

  it('a reply stays in its thread, and reaches the channel too when asked', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await write(page, 'A question with a thread');
    await message(page, 'A question with a thread').hover();
    await page.getByRole('button', { name: 'Reply in thread' }).click();
    await write(page, 'quiet reply', 'thread');
    await message(page, 'quiet reply', 'thread').waitFor();
    await page.getByText('1 reply').first().waitFor();
    expect(await message(page, 'quiet reply').count()).toBe(0);
    await page.getByLabel('Also send to #general').check();
    await write(page, 'loud reply', 'thread');
    await message(page, 'loud reply').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.thread-pane').isVisible()).toBe(false);
  });

  it('the up arrow edits the last own message and marks it edited', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await write(page, 'a messsage with a mistake & <b>');
    await message(page, 'a messsage with a mistake').waitFor();
    await composer(page).press('ArrowUp');
    const editor = page.getByLabel('Edit message');
    expect(await editor.inputValue()).toBe('a messsage with a mistake & <b>');
    await editor.fill('a message without a mistake');
    await editor.press('Enter');
    await message(page, 'a message without a mistake (edited)').waitFor();
    expect(await message(page, 'messsage').count()).toBe(0);
  });

  it('a deleted message goes after a question, and leaves a mark where people replied', async () => {
    const page = await workspace.open({ as: dana, in: general });
    const { ts } = await workspace.practice.control.say({
      as: dana,
      channel: general,
      text: 'to be deleted',
    });
    await workspace.practice.control.say({ as: marcus, channel: general, text: 'a reply', threadTs: ts });
    await message(page, 'to be deleted').hover();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await message(page, 'This message was deleted.').waitFor();
    expect(await message(page, 'to be deleted').count()).toBe(0);
  });

  it('a reaction is given and taken back', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await workspace.practice.control.say({ as: marcus, channel: general, text: 'react to me' });
    await message(page, 'react to me').hover();
    await page.getByRole('button', { name: 'React with ticket' }).click();
    const chip = message(page, 'react to me').locator('[data-reaction="ticket"]');
    await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true');
    await workspace.heard(({ event }) => (event as { reaction?: string })?.reaction === 'ticket');
    await chip.click();
    await expect.poll(() => chip.count()).toBe(0);
  });

  it('a file goes along with its message', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await page.locator('.channel-pane input[type=file]').setInputFiles({
      name: 'export.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a,b\n1,2\n'),
    });
    await page.getByRole('button', { name: 'Remove export.csv' }).waitFor();
    await write(page, 'the file is attached');
    await message(page, 'the file is attached').locator('.file-line', { hasText: 'export.csv' }).waitFor();
  });

  it('what the server refuses stays on the page with the reason', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await page.route('**/control/message', (route) =>
      route.fulfill({ status: 400, json: { error: '#general is archived.' } }),
    );
    await write(page, 'never sent');
    await page.getByText('#general is archived.').waitFor();
    await page.unroute('**/control/message');
    await page.getByRole('button', { name: 'Send again' }).click();
    await message(page, 'never sent').waitFor();
    await expect.poll(() => page.locator('.pending').count()).toBe(0);
  });
});
