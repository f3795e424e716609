import { expect, test } from 'vitest';
import { planNotices } from '../../../src/domain/notice/plan-notices.ts';
import type { Amount } from '../../../src/domain/notice/preference.ts';
import { applyEvents } from '../../../src/domain/ticket/apply.ts';
import type { Ticket } from '../../../src/domain/ticket/ticket.ts';
import { aWorkedTicket } from '../../support/a-ticket.ts';
import { after, ana, ben, mia, settings, triageChannel } from '../../support/builders.ts';

const names = new Map([
  [ana, 'Ana'],
  [ben, 'Ben'],
  [mia, 'Mia'],
  [triageChannel, 'the queue'],
]);

type Case = {
  readonly assignee?: string;
  readonly wants?: Amount;
  readonly managers?: readonly string[];
  readonly agents?: readonly string[];
  /** Minutes after ten; the first answer is due after 240. */
  readonly at: number;
  readonly told?: number;
  /** It says the very same as an older ticket. */
  readonly isCopy?: boolean;
};

/** Who is told at a moment, of which steps of the first answer, when everything until `told` was told before. */
function toldOf({
  assignee,
  wants = 'all',
  managers = [mia],
  agents = [ana, ben],
  at,
  told = 0,
  isCopy,
}: Case) {
  const fresh = aWorkedTicket(isCopy ? { copyOf: { ticket: 'T-0', earlier: 1 }, drafts: [] } : {});
  let ticket: Ticket =
    assignee === undefined ? fresh : { ...fresh, assignee: { person: assignee, at: after(3) } };
  const factsAt = (minutes: number) => ({
    settings,
    team: { agents: new Set(agents), managers: new Set(managers) },
    habitOf: () =>
      ({
        preference: { amount: wants, quiet: 'off', weekends: 'as_other_days', where: 'direct' },
        timezone: 'UTC',
      }) as const,
    now: after(minutes),
  });
  if (told > 0) {
    const { notices } = planNotices(ticket, factsAt(told));
    ticket = applyEvents(
      ticket,
      notices.map((notice) => ({ type: 'noticed', notice, by: 'desk', at: after(told) })),
    );
  }
  return planNotices(ticket, factsAt(at)).notices.map(({ to, steps }) => {
    const of = steps.filter(({ target }) => target === 'first_response').map(({ step }) => step);
    return `${to.map((each) => names.get(each)).join(', ') || 'nobody'}: ${of.join(' ')}`;
  });
}

test.each<readonly [string, Case, readonly string[]]>([
  ['before the first warning nobody', { assignee: ana, at: 100 }, []],
  ['a warning: who has it', { assignee: ana, at: 121 }, ['Ana: warn_50']],
  ['a warning while nobody has it: the queue', { at: 121 }, ['the queue: warn_50']],
  [
    'a warning for who left the team: the queue',
    { assignee: ana, agents: [ben], at: 121 },
    ['the queue: warn_50'],
  ],
  [
    'the last warning: those who lead as well',
    { assignee: ana, at: 217, told: 181 },
    ['Ana: warn_90', 'Mia: warn_90'],
  ],
  [
    'the last warning of their own ticket: once',
    { assignee: mia, at: 217, told: 181 },
    ['Mia: warn_90', 'nobody: warn_90'],
  ],
  [
    'the last warning where nobody leads: who has it',
    { assignee: ana, managers: [], at: 217, told: 181 },
    ['Ana: warn_90', 'nobody: warn_90'],
  ],
  ['due: who has it', { assignee: ana, at: 241, told: 230 }, ['Ana: due']],
  ['due while nobody has it: the queue', { at: 241, told: 230 }, ['the queue: due']],
  ['a warning for a copy in line behind another: nobody', { isCopy: true, at: 121 }, ['nobody: warn_50']],
  ['a late copy in line behind another: the queue', { isCopy: true, at: 241, told: 230 }, ['the queue: due']],
  [
    'a warning for who wants the last one: nobody',
    { assignee: ana, wants: 'last', at: 121 },
    ['nobody: warn_50'],
  ],
  [
    'the last warning for who wants the last one',
    { assignee: ana, wants: 'last', at: 217, told: 181 },
    ['Ana: warn_90', 'Mia: warn_90'],
  ],
  [
    'the last warning for who wants what is due: nobody',
    { assignee: ana, wants: 'due', at: 217, told: 181 },
    ['nobody: warn_90 warn_90'],
  ],
  [
    'due for who wants only P1: the queue',
    { assignee: ana, wants: 'critical', at: 241, told: 230 },
    ['the queue: due'],
  ],
  [
    'everything at once: each in one message',
    { assignee: ana, at: 241 },
    ['Ana: warn_50 warn_75 warn_90 due', 'Mia: warn_90'],
  ],
])('%s', (_name, given, expected) => {
  expect(toldOf(given)).toEqual(expected);
});
