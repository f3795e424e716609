import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { type ClaudeServer, startClaudeServer } from '../support/claude-server.ts';
import { deskEngineOn } from '../support/desk-with-claude.ts';
import { isTriage, likeClaude, someDraft } from '../support/like-claude.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { buttonsOf, words } from '../support/shown.ts';

let claude: ClaudeServer;
let desk: PracticeDesk;
beforeEach(async () => {
  claude = await startClaudeServer(likeClaude);
  desk = await openPracticeDesk({ engine: deskEngineOn(claude.url, systemClock()) });
});
afterEach(async () => {
  await desk.close();
  await claude.close();
});

const text = 'Checkout fails with error 502 for all our users since 10:00';
const other = 'Our weekly report has the wrong time zone since Monday, how do we set it?';

test('Claude drafts, an agent sends it, and the ticket knows what it took', async () => {
  const said = desk.say('Dana', text);
  const id = await desk.ticketOf(said);
  const card = await desk.cardOf(id, (now) => now.includes('claude (claude-sonnet-5-5)'));
  await desk.press('Ana', card, 'Approve & send');
  await desk.until(id, ({ replies }) => replies[0]?.delivered.length === 1, 'the answer is delivered');
  const { triage, drafts } = await desk.ticket(id);
  expect(triage).toMatchObject({ engine: 'claude', usage: { outputTokens: 150 } });
  expect(drafts[0]).toMatchObject({ engine: 'claude', state: 'sent', usage: { cacheReadTokens: 1200 } });
});

test('when Claude dies the next ticket is sorted and drafted all the same, and its card says why', async () => {
  await desk.cardOf(await desk.ticketOf(desk.say('Dana', text)), (now) => now.includes('claude ('));
  await claude.close();
  const id = await desk.ticketOf(desk.say('Marcus', other));
  const card = await desk.cardOf(id, (now) => now.includes('Claude cannot be reached: offline engine'));
  expect(words(card)).toContain('offline (');
  expect((await desk.ticket(id)).triage).toMatchObject({
    engine: 'offline',
    insteadOf: 'Claude cannot be reached',
  });
  claude = await startClaudeServer(likeClaude);
});

test('while Claude thinks the card is there, and it is completed when the draft has come', async () => {
  await desk.close();
  let finish = () => {};
  const thinking = new Promise<void>((resolve) => {
    finish = resolve;
  });
  claude.answer((asked) => ({ ...likeClaude(asked), after: thinking }));
  const patient = deskEngineOn(claude.url, systemClock(), 20);
  desk = await openPracticeDesk({ engine: patient });
  const id = await desk.ticketOf(desk.say('Dana', text));
  desk.pass(2000);
  const first = await desk.cardOf(id);
  expect(words(first)).not.toContain('claude (');
  finish();
  const completed = await desk.cardOf(id, (now) => now.includes('claude (claude-sonnet-5-5)'));
  expect(completed.ts).toBe(first.ts);
});

test('a draft of Claude’s that promises money reaches a person with the reason, and cannot be sent as it is', async () => {
  claude.answer((asked) =>
    isTriage(asked)
      ? likeClaude(asked)
      : { say: someDraft(asked, { closing: 'We will refund your last invoice tomorrow.' }) },
  );
  const id = await desk.ticketOf(desk.say('Dana', text));
  const card = await desk.cardOf(id, (now) => now.includes('Sounds like a promise'));
  expect(buttonsOf(card)).not.toContain('Approve & send');
});

test('when the money of the day is spent the card says so', async () => {
  await desk.close();
  desk = await openPracticeDesk({ engine: deskEngineOn(claude.url, systemClock(), 0.001) });
  await desk.cardOf(await desk.ticketOf(desk.say('Dana', text)), (now) => now.includes('claude ('));
  const id = await desk.ticketOf(desk.say('Marcus', other));
  await desk.cardOf(id, (now) => now.includes('The day’s budget for Claude is used up: offline engine'));
});
