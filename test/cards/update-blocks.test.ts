import { expect, test } from 'vitest';
import { replyCard } from '../../src/cards/requester/requester-card.ts';
import { laterTimeLines, updateBlocks } from '../../src/cards/team/update-blocks.ts';
import type { CustomerUpdate } from '../../src/domain/ticket/promises.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { aWorkedTicket } from '../support/a-ticket.ts';
import { after, ana, dana, settings, ten } from '../support/builders.ts';
import { actionsOf, readText } from './reading.ts';

const update: CustomerUpdate = {
  update: 'u1',
  kind: 'progress',
  clock: `first_resolution@${ten}`,
  text: 'It is being worked on. Next update: by 20 Nov 18:00 (UTC).',
  at: after(5),
  state: 'proposed',
  snoozes: [],
};
const shown = (given: Partial<CustomerUpdate>, ticket: Partial<Ticket> = {}) =>
  updateBlocks(
    aWorkedTicket({ updates: [{ ...update, ...given }], changedAt: after(6), ...ticket }),
    settings,
  );

test('a prepared update can be sent, edited or put off', () => {
  expect(readText(shown({}))).toBe(
    [
      '---',
      'Update for the requester · not sent yet',
      'It is being worked on. Next update: by 20 Nov 18:00 (UTC).',
      '[Send update] [Edit update] [Snooze update | 5 minutes | 15 minutes | 30 minutes]',
    ].join('\n'),
  );
});

test('one whose time has passed says that it is written anew when it is sent', () => {
  const blocks = shown({}, { changedAt: after(9 * 60) });
  expect(readText(blocks)).toContain('Its times are brought up to date when it is sent.');
  expect(actionsOf(blocks)).toEqual(expect.arrayContaining(['send_update', 'edit_update']));
});

test('one that asks for a time that has passed can only be prepared anew', () => {
  const late = {
    kind: 'delay' as const,
    proposes: { target: 'first_resolution' as const, dueAt: after(30) },
  };
  const blocks = shown(late, { changedAt: after(31) });
  expect(readText(blocks)).toContain('⛔ The later time it asks for has passed as well.');
  expect(actionsOf(blocks)).toEqual(['prepare_update']);
});

test('it says until when it was put off, and no more than twice', () => {
  const snooze = { by: ana, at: after(6), until: after(11) };
  expect(readText(shown({ snoozes: [snooze] }))).toContain('put off until 11:11 (Europe/Berlin)');
  expect(actionsOf(shown({ snoozes: [snooze, snooze] }))).toEqual(['send_update', 'edit_update']);
});

test('one that was sent or overtaken is not shown, nor one of a ticket that has ended', () => {
  expect(shown({ state: 'sent' })).toEqual([]);
  expect(shown({ state: 'outdated' })).toEqual([]);
  expect(shown({}, { status: 'solved' })).toEqual([]);
});

const proposes = { target: 'first_resolution' as const, dueAt: after(300) };
const asking = (agreed?: { readonly yes: boolean }, given: Partial<Ticket> = {}) => {
  const reply = {
    reply: 'r1',
    publicText: 'We need longer.',
    by: ana,
    at: after(10),
    edited: false,
    next: 'keep' as const,
    update: 'u1',
    proposes,
    delivered: [{ thread: 'slack:C1SUPPORT:T-1.1', id: 'slack:C1SUPPORT:r1', at: after(11) }],
    ...(agreed ? { agreed: { by: dana, at: after(20), ...agreed } } : {}),
  };
  const ticket = aWorkedTicket({ replies: [reply], ...given });
  return { ticket, reply };
};
const teamReads = ({ ticket }: { readonly ticket: Ticket }) =>
  readText([{ type: 'text', lines: laterTimeLines(ticket, settings) }]);

test('the team reads what the requester says to a later time', () => {
  const by = 'solution by 20 Nov 16:00 (Europe/Berlin)';
  expect(teamReads(asking())).toBe(`⏳ The requester was asked for more time: ${by}`);
  expect(teamReads(asking({ yes: true }))).toBe(`🤝 Agreed by @${dana}: ${by}`);
  expect(teamReads(asking({ yes: false }))).toBe(`❗ @${dana} needs it sooner than we asked: ${by}`);
  expect(teamReads(asking({ yes: true }, { status: 'solved' }))).toBe('');
});

test.each([
  ['en', 'That is fine | I need it sooner', 'The new time is agreed', 'you need it sooner'],
  [
    'de',
    'Das ist in Ordnung | Ich brauche es früher',
    'Die neue Zeit ist vereinbart',
    'Sie es früher brauchen',
  ],
  ['es', 'Me parece bien | Lo necesito antes', 'La nueva hora queda acordada', 'lo necesita antes'],
  [
    'fr',
    'Cela me convient | Il me le faut plus tôt',
    'Le nouveau délai est convenu',
    'vous le faut plus tôt',
  ],
])(
  'the requester is asked in %s, and reads what they said instead of the buttons',
  (language, labels, yes, no) => {
    const triage = { ...aWorkedTicket().triage!, language };
    const read = (agreed?: { readonly yes: boolean }, given: Partial<Ticket> = {}) => {
      const { ticket, reply } = asking(agreed, { triage, ...given });
      return readText(replyCard(ticket, reply).blocks);
    };
    const [fine = '', sooner = ''] = labels.split(' | ');
    expect(read()).toContain(`[${fine}] [${sooner}]`);
    expect(read({ yes: true })).toContain(yes);
    expect(read({ yes: false })).toContain(no);
    for (const each of [read({ yes: true }), read({ yes: false }), read(undefined, { status: 'closed' })]) {
      expect(each).not.toContain('[');
    }
  },
);
