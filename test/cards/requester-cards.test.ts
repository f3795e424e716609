import { describe, expect, test } from 'vitest';
import {
  askCard,
  closingCard,
  joinedCard,
  noticeCard,
  replyCard,
} from '../../src/cards/requester/requester-card.ts';
import { requesterTicketForm } from '../../src/cards/requester/requester-ticket-form.ts';
import { deleteMessage, editMessage } from '../../src/domain/ticket/conversation.ts';
import { confirmSolution, disputeSolution } from '../../src/domain/ticket/ending.ts';
import { triageTicket } from '../../src/domain/ticket/judgement.ts';
import { replyPublicly } from '../../src/domain/ticket/reply.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { afterwards, aTicket, promisedByEdition } from '../support/a-ticket.ts';
import { after, aMessage, ana, asksAs, aTriage, settings, support } from '../support/builders.ts';
import { actionsOf, readText, specialSpans } from './reading.ts';

const judged = (given: Parameters<typeof aTriage>[0] = {}) =>
  afterwards(aTicket(), (now) => triageTicket(now, aTriage(given), asksAs.desk()), promisedByEdition);
const notice = (ticket: Ticket) => readText(noticeCard(ticket, settings).blocks);

test.each([
  [
    'en',
    'Thank you, we have your request (T-1). What we understood: technical problem, “Checkout fails with error 502”. You will have a first answer by 20 Nov 15:00 (Europe/Berlin).',
  ],
  [
    'de',
    'Danke, Ihre Anfrage ist bei uns (T-1). So haben wir es verstanden: technisches Problem, “Checkout fails with error 502”. Eine erste Antwort haben Sie bis 20 Nov 15:00 (Europe/Berlin).',
  ],
  [
    'es',
    'Gracias, hemos recibido su solicitud (T-1). Lo que entendimos: problema técnico, “Checkout fails with error 502”. Tendrá una primera respuesta antes de 20 Nov 15:00 (Europe/Berlin).',
  ],
  [
    'fr',
    'Merci, nous avons bien reçu votre demande (T-1). Ce que nous avons compris : problème technique, “Checkout fails with error 502”. Vous aurez une première réponse avant 20 Nov 15:00 (Europe/Berlin).',
  ],
])('the notice speaks the requester’s language: %s', (language, words) => {
  expect(notice(judged({ language }))).toBe(words);
});

test('a language the desk does not speak is answered in English', () => {
  expect(notice(judged({ language: 'fi' }))).toContain('Thank you, we have your request');
});

test.each([
  ['en', 'Added to your request T-1.'],
  ['de', 'Zu Ihrer Anfrage T-1 hinzugefügt.'],
  ['es', 'Añadido a su solicitud T-1.'],
  ['fr', 'Ajouté à votre demande T-1.'],
])('a line under a message that joined speaks the requester’s language: %s', (language, words) => {
  const ticket = judged({ language });
  expect(readText(joinedCard(ticket, ticket.messages[0]!).blocks)).toBe(words);
});

test('before the ticket is judged that line speaks the language of the message', () => {
  const message = aMessage({ text: 'Die Rechnung vom Oktober fehlt und ist nicht zu finden' });
  expect(readText(joinedCard(aTicket(), message).blocks)).toContain('Zu Ihrer Anfrage');
});

test('the notice is one quiet line without a button', () => {
  const { blocks } = noticeCard(judged(), settings);
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.type).toBe('context');
});

test('the notice promises no time that nobody set, and asks the one question there is', () => {
  const open = afterwards(aTicket(), (now) =>
    triageTicket(now, aTriage({ question: 'who_is_affected' }), asksAs.desk()),
  );
  expect(notice(open)).toContain('We will answer here.');
  expect(notice(open)).toContain(
    'One question so that we get this right:\nIs everyone on your side affected, or only some?',
  );
});

test('before the ticket is judged the notice only says that we have it', () => {
  expect(notice(aTicket())).toBe('Thank you, we have your request (T-1). We will answer here.');
});

describe('a reply that asks whether it works', () => {
  const asked = afterwards(judged(), (now) =>
    replyPublicly(now, { publicText: 'See https://kb.test/502.\nThen retry.', next: 'ask' }, asksAs.agent()),
  );
  const shown = (ticket: Ticket) => replyCard(ticket, ticket.replies[0]!).blocks;

  test('shows the words, their links, and two buttons', () => {
    expect(readText(shown(asked))).toContain('See https://kb.test/502.\nThen retry.');
    expect(specialSpans(shown(asked))).toEqual([
      { link: 'https://kb.test/502', text: 'https://kb.test/502' },
    ]);
    expect(actionsOf(shown(asked))).toEqual(['confirm_solved', 'still_broken']);
  });

  test('thanks whoever confirmed, without buttons', () => {
    const confirmed = afterwards(asked, (now) => confirmSolution(now, asksAs.requester()));
    expect(readText(shown(confirmed))).toContain(
      'Thank you for telling us. If it comes back, just write here.',
    );
    expect(actionsOf(shown(confirmed))).toEqual([]);
  });

  test('says that we are on it again when it is still broken', () => {
    const disputed = afterwards(asked, (now) => disputeSolution(now, asksAs.requester()));
    expect(readText(shown(disputed))).toContain('We are on it again.');
    expect(actionsOf(shown(disputed))).toEqual([]);
  });

  test('takes its buttons back when a later answer asks', () => {
    const again = afterwards(asked, (now) =>
      replyPublicly(now, { publicText: 'Or this', next: 'ask' }, asksAs.agent(after(70))),
    );
    expect(actionsOf(shown(again))).toEqual([]);
    expect(actionsOf(replyCard(again, again.replies[1]!).blocks)).toHaveLength(2);
  });
});

test.each(['wait', 'open'] as const)('a reply “then %s” asks nothing', (next) => {
  const ticket = afterwards(judged(), (now) =>
    replyPublicly(now, { publicText: 'On it', next }, asksAs.agent()),
  );
  expect(actionsOf(replyCard(ticket, ticket.replies[0]!).blocks)).toEqual([]);
});

test('after a solution the requester is asked in their language', () => {
  const card = askCard({ ...judged({ language: 'de' }), status: 'solved' }, after(9));
  expect(readText(card.blocks)).toBe(
    'Wir halten T-1 für gelöst. Funktioniert es bei Ihnen?\n[Ja, es geht] [Geht noch nicht]',
  );
});

test('what was understood follows a corrected message, and forgets a deleted one', () => {
  const first = `${support}:T-1.1`;
  const asked = { ...judged(), subject: 'Checkout fails with error 502 for all our users' };
  const edited = afterwards(asked, (now) =>
    editMessage(now, { message: first, text: 'Only Safari', files: [] }, asksAs.requester(after(5))),
  );
  expect(readText(noticeCard(edited, settings).blocks)).toContain('“Only Safari”');
  const deleted = afterwards(edited, (now) => deleteMessage(now, first, asksAs.requester(after(6))));
  const words = readText(noticeCard(deleted, settings).blocks);
  expect(words).toContain('What we understood:');
  expect(words).not.toMatch(/Safari|“/);
});

test('the closing line says how long they can come back', () => {
  expect(readText(closingCard(judged(), settings).blocks)).toContain('If you write here within 7 days');
});

test('the requester reads their ticket in their own terms, without earlier versions or the team’s words', () => {
  const first = `${support}:T-1.1`;
  const ticket = afterwards(
    judged(),
    (now) => editMessage(now, { message: first, text: 'Only Safari', files: [] }, asksAs.requester(after(5))),
    (now) => replyPublicly(now, { publicText: 'Try this', next: 'wait' }, asksAs.agent()),
  );
  const text = readText(requesterTicketForm(ticket, settings, after(60)).blocks);
  expect(text).toContain('Waiting for you');
  expect(text).toContain('Only Safari');
  expect(text).toContain('Try this');
  expect(text).not.toContain('for all our users');
  expect(text).not.toContain('P2');
  expect(text).not.toContain(ana);
});
