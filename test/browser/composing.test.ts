import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  composer,
  dana,
  general,
  message,
  openWorkspace,
  support,
  triage,
  type Workspace,
} from './support/workspace.ts';

describeInBrowser('The composer of the practice workspace', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('/ticket is completed with its uses, and reaches the desk as a command', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await composer(page).pressSequentially('/ti');
    await page.getByRole('option', { name: /\/ticket .*Open and find tickets/ }).waitFor();
    await composer(page).press('Tab');
    expect(await composer(page).inputValue()).toBe('/ticket ');
    await composer(page).pressSequentially('s');
    expect(await page.getByRole('option').allTextContents()).toEqual([
      '/ticket show <id>',
      '/ticket search <words>',
    ]);
    await composer(page).press('ArrowDown');
    await composer(page).press('Enter');
    await composer(page).pressSequentially('refund & <b>');
    workspace.desk.answer = (told) =>
      told.command ? { response_type: 'ephemeral', text: 'Two tickets found.' } : undefined;
    await composer(page).press('Enter');
    const told = await workspace.heard(({ command }) => command === '/ticket');
    expect(told).toMatchObject({ text: 'search refund &amp; &lt;b&gt;', user_id: dana, channel_id: general });
    await message(page, 'Two tickets found.').getByText('Only visible to you').waitFor();
  });

  it('an unknown command is not sent as a message', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await composer(page).fill('/nonsense please');
    await composer(page).press('Enter');
    await page.getByText('/nonsense is not a command here.').waitFor();
    expect(await message(page, '/nonsense please').count()).toBe(0);
  });

  it('people and channels are completed and become mentions', async () => {
    const page = await workspace.open({ as: dana, in: general });
    await composer(page).pressSequentially('ask @omar');
    await page.getByRole('option', { name: /Omar Haddad/ }).waitFor();
    await composer(page).press('Enter');
    await composer(page).pressSequentially('in #supp');
    await composer(page).press('Tab');
    await composer(page).press('Enter');
    const sent = message(page, 'ask');
    await sent.locator('.mention', { hasText: '@Omar Haddad' }).waitFor();
    await sent.getByRole('button', { name: '#support' }).click();
    await expect.poll(() => page.locator('h1:visible').textContent()).toBe('#support');
  });

  it('the hint fills in an example, leads to the team’s side, and goes away for good', async () => {
    const page = await workspace.open({ as: dana, in: support });
    await page.getByRole('button', { name: /^Try it/ }).click();
    expect(await composer(page).inputValue()).toMatch(/error 502/);
    await page.getByRole('button', { name: /^See the team’s side/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('in')).toBe(triage);
    await page.goto(`${workspace.practice.url}?as=${dana}&in=${support}`);
    await page.getByRole('button', { name: 'Dismiss hint' }).click();
    await page.reload();
    await composer(page).waitFor();
    expect(await page.getByRole('button', { name: /^Try it/ }).count()).toBe(0);
  });

  it('unfinished words stay with their place', async () => {
    const page = await workspace.open({ as: dana, in: support });
    await composer(page).fill('not yet');
    await page.locator(`[data-place="${general}"]`).click();
    await expect.poll(() => composer(page).inputValue()).toBe('');
    await page.locator(`[data-place="${support}"]`).click();
    await expect.poll(() => composer(page).inputValue()).toBe('not yet');
  });
});
