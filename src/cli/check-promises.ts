import { type Instant, millisecondsBetween, minute } from '../domain/time.ts';
import { lookAtPromises, type PromisesFound } from '../stores/lowdb/look-at-promises.ts';
import type { timers } from '../timers.ts';
import { countOf } from './count-of.ts';
import type { Finding } from './finding.ts';

/** A running desk is never so late unless it cannot keep up. */
const mostOverdueMs = 5 * minute;
/** For longer than a restart takes: people may have noticed. */
const longAwayMs = 15 * minute;

/** A desk that holds the folder, or one that last said at that time that it was there. */
export type DeskState = 'running' | { readonly lastAlive: Instant | undefined };

/** What is promised in the data folder, what of it is late, and the oldest timer that is overdue. */
export async function checkPromises(
  folder: string,
  now: Instant,
  desk: DeskState,
): Promise<readonly Finding[]> {
  const found = await lookAtPromises(folder, now);
  const { live, overdue } = found;
  const promises: Finding[] =
    live === 0
      ? []
      : [{ level: 'ok', what: `${countOf(live, 'promise')} to requesters on the way, ${overdue} overdue` }];
  return [...promises, ...uncountedFindings(found), ...timerFindings(found, now, desk)];
}

function uncountedFindings({ uncounted }: PromisesFound): readonly Finding[] {
  if (uncounted === undefined) return [];
  const { id, why, tickets } = uncounted;
  return [
    {
      level: 'warning',
      what: `${countOf(tickets, 'ticket has', 'tickets have')} promises without a due time, such as ${id}: ${why}`,
      effect: 'Nobody is warned before these promises are broken.',
      repair: 'Mend what it names and start the desk; then a manager applies the promises to open tickets.',
    },
  ];
}

function timerFindings(
  { oldest, overdueTimers }: PromisesFound,
  now: Instant,
  desk: DeskState,
): readonly Finding[] {
  if (oldest === undefined || millisecondsBetween(oldest.dueAt, now) <= mostOverdueMs) {
    return [{ level: 'ok', what: 'No timer is overdue' }];
  }
  const whose =
    oldest.kind === 'ticket' || oldest.kind === 'incident' ? oldest.id : `the desk (${oldest.kind})`;
  const what = `The oldest overdue timer: ${wordsOf(oldest.timer)} of ${whose}, due since ${oldest.dueAt}`;
  const more = overdueTimers > 1 ? `; ${overdueTimers - 1} more are overdue` : '';
  if (desk === 'running') {
    return [
      {
        level: 'warning',
        what: `${what}${more}`,
        effect: 'The running desk does not keep up: reminders, updates and follow-ups are late.',
        repair: 'Look for timer_failed and store_not_reached in its log, and at /readyz.',
      },
    ];
  }
  const { lastAlive } = desk;
  const wasAway = lastAlive !== undefined && millisecondsBetween(lastAlive, now) > longAwayMs;
  return [
    {
      level: 'warning',
      what: `${what}${more}`,
      effect: wasAway
        ? `The desk was last there at ${lastAlive}: what was due since then has not been sent.`
        : 'Reminders, updates and follow-ups are late.',
      repair: 'Start the desk; it catches up by itself.',
    },
  ];
}

/** Timers in words, by kind. */
const timerWords: Readonly<Record<keyof typeof timers, string>> = {
  work: 'sorting and drafting',
  show: 'showing the card',
  backfill: 'reading what was written before',
  quiet: 'closing after silence',
  follow_up: 'asking whether help is still needed',
  wake: 'waking from a snooze',
  hold_ends: 'the end of being on hold',
  send_alone: 'sending an answer by an earned rule',
  clock: 'the next notice of a promise',
  remind_update: 'calling back to an update that was put off',
  consider_war_room: 'war rooms to consider',
  finish_merge: 'the other half of a merge',
  finish_unmerge: 'the other half of taking a merge back',
  finish_split: 'the other half of a split',
  finish_link: 'the other half of a link',
  recur: 'recurring work',
  tell_list: 'a morning list',
  reapply_policies: 'applying the promises to open tickets',
  declare: 'declaring an incident',
  tell_incident: 'telling an incident what was delivered',
  incident_back: 'telling an incident that a customer still has the trouble',
  incident_merged: 'taking a merged ticket out of an incident',
  incident_room: 'making a war room',
  incident_room_late: 'a thread in place of a room',
  incident_room_lost: 'bringing a war room back',
  incident_archive: 'archiving a war room',
  incident_role: 'asking who leads an incident',
  incident_acting: 'naming who acts as commander',
  incident_long_command: 'relieving a commander',
  incident_prepare: 'writing an update of an incident',
  incident_deliver: 'delivering an update of an incident',
  incident_cadence: 'the next update of an incident',
  incident_internal: 'the internal update of an incident',
  incident_stale: 'asking whether an incident goes on',
  incident_tickets: 'marking tickets of an incident',
  incident_merge: 'the other half of merging incidents',
  incident_review: 'a review after an incident',
  incident_action: 'an action of a prevention plan',
  incident_recurrence: 'looking whether an incident came back',
  incident_drill: 'the next step of a drill',
};

/** A folder of another version may hold kinds that have no words here; they are named as they are. */
function wordsOf(timer: string): string {
  return Object.entries(timerWords).find(([kind]) => kind === timer)?.[1] ?? timer;
}
