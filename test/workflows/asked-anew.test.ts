import { expect, test } from 'vitest';
import { Unreachable } from '../../src/domain/errors.ts';
import { editMessage, joinMessage } from '../../src/domain/ticket/conversation.ts';
import type { Asked, Decision } from '../../src/domain/ticket/decision.ts';
import { correctTriage, requestDraft } from '../../src/domain/ticket/judgement.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { aMessage, dana, support } from '../support/builders.ts';
import { decide, openDesk } from './desk.ts';

const offline = createOfflineEngine();

/** A desk that notes what it sorts, which persona drafts, and from what words. */
async function notingDesk() {
  const drafted: { persona: string; words: string[] }[] = [];
  const sorted: string[] = [];
  const opened = await openDesk({
    engine: {
      name: 'scripted',
      async run(role, persona, facts) {
        if ('conversation' in facts) {
          drafted.push({ persona: persona.name, words: facts.conversation.map(({ text }) => text) });
        } else sorted.push(role);
        return offline.run(role, persona, facts);
      },
    },
  });
  await opened.write('Where do I change the sender of order mails?');
  opened.start();
  await opened.pass();
  return { ...opened, drafted, sorted };
}

const answers = (ticket: Ticket, asked: Asked) =>
  replyPublicly(ticket, { publicText: 'Under Settings.', next: 'open' }, asked);
/** The desk's words about where it stands leave as they were prepared. */
const tellsWhereItStands = (_ticket: Ticket, { by, at }: Asked): Decision => {
  const reply = { reply: 'r1', publicText: 'We look into it.', edited: false, next: 'keep' } as const;
  return { events: [{ type: 'reply_approved', reply: { ...reply, update: 'u1' }, by, at }] };
};
const second = `${support}:second`;
const asksAnew = (ticket: Ticket, asked: Asked) =>
  joinMessage(ticket, aMessage({ id: second, text: 'And where is the invoice?', at: asked.at }), asked);
const edits =
  (message: string, text: string) =>
  (ticket: Ticket, asked: Asked): Decision =>
    editMessage(ticket, { message, text, files: [] }, asked);

test('a second question that is changed after the first answer is drafted for anew, and sorted by people alone', async () => {
  const opened = await notingDesk();
  await decide(opened, answers);
  await opened.pass();
  await decide(opened, asksAnew, { by: dana });
  await opened.pass(5000);
  expect(opened.drafted.at(-1)?.words).toContain('And where is the invoice?');
  const [drafts, sorted] = [opened.drafted.length, opened.sorted.length];
  await decide(opened, edits(second, 'And where is the export button?'), { by: dana });
  await opened.pass(5000);
  expect(opened.drafted).toHaveLength(drafts + 1);
  expect(opened.drafted.at(-1)?.words).toContain('And where is the export button?');
  expect(opened.drafted.at(-1)?.persona).not.toBe(opened.drafted[0]?.persona);
  expect(opened.sorted).toHaveLength(sorted);
});

test('after an update the first question is still sorted and drafted for as the first', async () => {
  const opened = await notingDesk();
  await decide(opened, tellsWhereItStands);
  await opened.pass();
  const { messages, replies } = await opened.ticket('T-1');
  expect(replies[0]?.delivered).toHaveLength(1);
  const [drafts, sorted] = [opened.drafted.length, opened.sorted.length];
  await decide(opened, edits(messages[0]?.id ?? '', 'Checkout fails with error 502 for all'), { by: dana });
  await opened.pass(5000);
  expect(opened.sorted.length).toBeGreaterThan(sorted);
  expect(opened.drafted).toHaveLength(drafts + 1);
  expect(opened.drafted.at(-1)?.persona).toBe(opened.drafted[0]?.persona);
});

test('after an update a person can still have a draft written', async () => {
  const opened = await notingDesk();
  await decide(opened, tellsWhereItStands);
  await opened.pass();
  const drafts = opened.drafted.length;
  await decide(opened, (ticket, asked) => requestDraft(ticket, asked));
  await opened.pass(5000);
  expect(opened.drafted).toHaveLength(drafts + 1);
});

test('after an update the quiet line still tells when the first answer is due', async () => {
  const opened = await notingDesk();
  await decide(opened, tellsWhereItStands);
  await opened.pass();
  const quietLine = () => opened.shown(support)[0];
  const before = quietLine();
  await decide(opened, (ticket, asked) => correctTriage(ticket, { field: 'severity', to: 'P1' }, asked));
  await opened.pass();
  expect(quietLine()).not.toBe(before);
});

test('another line moments later belongs to what waits, also after an update', async () => {
  const opened = await notingDesk();
  await decide(opened, tellsWhereItStands);
  await opened.pass();
  expect(await opened.write('It is the shop in France')).toBe('T-1');
  await decide(opened, answers);
  await opened.pass();
  expect(await opened.write('Where do I find the invoice?')).toBe('T-2');
});

test('chat is asked again who wrote while they wait, also after an update', async () => {
  const opened = await openDesk();
  opened.chat.failNext('person', new Unreachable('no network', { unknownOutcome: false }));
  await opened.write('The export button shows an error');
  opened.start();
  await opened.pass();
  await decide(opened, tellsWhereItStands);
  await opened.pass(40_000);
  expect((await opened.ticket('T-1')).requesterName).toBe('Dana');
});

test('what no engine could sort is sorted when it is asked anew, though a person has answered it', async () => {
  let isAway = true;
  const opened = await openDesk({
    engine: {
      name: 'scripted',
      async run(role, persona, facts) {
        if (isAway) throw new Unreachable('no engine', { unknownOutcome: false });
        return offline.run(role, persona, facts);
      },
    },
  });
  await opened.write('Where do I change the sender of order mails?');
  opened.start();
  await opened.pass();
  await decide(opened, answers);
  await opened.pass();
  expect((await opened.ticket('T-1')).triage).toBeUndefined();
  isAway = false;
  await decide(opened, asksAnew, { by: dana });
  await opened.pass(5000);
  expect(await opened.ticket('T-1')).toMatchObject({
    triage: { engine: 'offline' },
    drafts: [{ state: 'proposed' }],
  });
});
