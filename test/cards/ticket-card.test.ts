import { describe, expect, test } from 'vitest';
import { ticketCard } from '../../src/cards/team/ticket-card.ts';
import type { Decision } from '../../src/domain/ticket/decision.ts';
import { noteEngineFailure, proposeDraft, triageTicket } from '../../src/domain/ticket/judgement.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { afterwards, aTicket, aWorkedTicket, promisedByEdition } from '../support/a-ticket.ts';
import { aDraft, after, ana, asksAs, aTriage, dana, settings } from '../support/builders.ts';
import { actionsOf, itemsOf, readText, specialSpans } from './reading.ts';

const account = {
  id: 'acme',
  name: 'Acme Retail',
  plan: 'enterprise',
  annualRevenue: 120_000,
  configuration: 'EU region',
} as const;

const show = (ticket: Ticket) => readText(ticketCard(ticket, settings).blocks);
const actions = (ticket: Ticket) => actionsOf(ticketCard(ticket, settings).blocks);
const worked = (...decide: readonly ((ticket: Ticket) => Decision)[]) =>
  afterwards(aWorkedTicket({ account, requesterName: 'Dana' }), ...decide);
const drafting = (given: Parameters<typeof aDraft>[0]) => (ticket: Ticket) =>
  proposeDraft(ticket, aDraft({ draft: 'd2', ...given }), asksAs.desk());

describe('a new, judged and drafted ticket', () => {
  const duplicates = [
    { ticket: 'T-7', subject: 'Error 502 in shop', score: 0.82, why: 'same error', sameAudience: true },
  ];
  const ticket = afterwards(
    aTicket({ account }),
    (now) => triageTicket(now, aTriage({ duplicates, frustration: 0.8 }), asksAs.desk()),
    promisedByEdition,
    (now) => proposeDraft(now, aDraft(), asksAs.desk()),
  );
  const text = show(ticket);

  test.each([
    ['its number and subject', 'T-1 · Checkout fails with error 502'],
    ['severity', '🟠 P2 high'],
    ['status', 'new'],
    ['that nobody has it', 'nobody has it yet'],
    ['category', 'technical'],
    ['queue', 'queue technical'],
    ['tier', 'tier 2'],
    ['the mood', 'negative, losing patience'],
    ['when the first answer is owed', '[⏱ First answer by 15:00]'],
    ['who asks', `@${dana}`],
    ['the company and its plan', 'Acme Retail · enterprise · €120,000 a year · EU region'],
    ['the requester’s words', 'Checkout fails with error 502 for all our users'],
    ['why this severity', 'Why this severity: all users are affected · plan enterprise'],
    ['why here', 'Why here: error 502 · category technical'],
    ['the product area', 'Product area: checkout'],
    ['who should know', 'Should know: account owner'],
    ['possible duplicates', 'Maybe the same as T-7 Error 502 in shop (82 %: same error)'],
    ['the draft', 'please clear the gateway cache.'],
    ['the confidence in a word', 'Draft · confidence high'],
    ['what the draft rests on', 'Error 502: “clear the gateway cache”'],
    ['who drafted it', 'resolution-drafter 012345abcdef · offline (rules-1)'],
  ])('shows %s', (_what, words) => {
    expect(text).toContain(words);
  });

  test('offers everything that can be done', () => {
    expect(actions(ticket)).toEqual(
      expect.arrayContaining(
        'merge link approve edit_draft discard regenerate claim reply note solve more:show_all more:wait more:hold more:snooze more:escalate more:merge_with more:not_a_request correct_category:bug correct_severity:P1 correct_queue:billing'.split(
          ' ',
        ),
      ),
    );
  });

  test('shows what it is now in the menus that correct it', () => {
    const menus = itemsOf(ticketCard(ticket, settings).blocks).filter((item) => 'selected' in item);
    expect(menus.map((menu) => 'selected' in menu && menu.selected)).toEqual([
      'technical',
      'P2',
      'technical',
      'negative',
    ]);
  });

  test('links the source of the draft', () => {
    expect(specialSpans(ticketCard(ticket, settings).blocks)).toContainEqual({
      link: 'https://kb.test/502',
      text: 'Error 502',
    });
  });
});

test('the buttons carry the draft they were drawn for, so that an old card sends no new draft', () => {
  const approve = itemsOf(ticketCard(worked(), settings).blocks).find((item) => item.action === 'approve');
  expect(approve).toMatchObject({ subject: 'T-1', value: 'd1', style: 'primary' });
});

test('a ticket nobody has judged yet still shows its words and its buttons', () => {
  expect(show(aTicket())).toContain('Checkout fails with error 502 for all our users');
  expect(actions(aTicket())).toEqual(expect.arrayContaining(['claim', 'reply', 'note', 'solve']));
});

test('a failed engine is said plainly', () => {
  const ticket = afterwards(aTicket(), (now) =>
    noteEngineFailure(now, 'the engine cannot be reached.', asksAs.desk()),
  );
  expect(show(ticket)).toContain('⚠️ No triage or draft: the engine cannot be reached.');
});

test('a claimed ticket shows who has it and offers to give it back', () => {
  const ticket = aWorkedTicket({ status: 'open' });
  expect(show(ticket)).toContain(`@${ana}`);
  expect(actions(ticket)).toContain('release');
  expect(actions(ticket)).not.toContain('claim');
});

test('a draft that a guard stopped says why and cannot be approved', () => {
  const finding = {
    guard: 'no-commitments',
    effect: 'blocks',
    reason: 'It promises a date',
    text: 'by Friday',
  } as const;
  const ticket = worked(drafting({ findings: [finding] }));
  expect(show(ticket)).toContain('⛔ It promises a date: “by Friday”');
  expect(show(ticket)).toContain('stopped by a guard');
  expect(actions(ticket)).not.toContain('approve');
  expect(actions(ticket)).toContain('edit_draft');
});

test('a weak draft asks to be read closely', () => {
  const finding = { guard: 'given-links', effect: 'weakens', reason: 'A link was left out' } as const;
  const text = show(worked(drafting({ confidence: 0.4, findings: [finding] })));
  expect(text).toContain('confidence low · read it closely');
  expect(text).toContain('⚠️ A link was left out');
});

test('an “I don’t know” says why, what would help, and offers no approval', () => {
  const ticket = worked(
    drafting({
      outcome: 'unknown',
      text: '',
      sources: [],
      reason: 'No article covers refunds',
      askFor: ['the order number'],
    }),
  );
  expect(show(ticket)).toContain('No draft · I don’t know: No article covers refunds');
  expect(show(ticket)).toContain('the order number');
  expect(actions(ticket)).not.toContain('approve');
});

test('a discarded draft leaves the offer of a new one', () => {
  const ticket = worked((now) => ({
    events: [{ type: 'draft_discarded', draft: now.drafts[0]!.draft, by: ana, at: after(3) }],
  }));
  expect(actions(ticket)).toContain('regenerate');
  expect(show(ticket)).not.toContain('gateway cache');
});
