import type { PersonId } from '../../chat-event.ts';
import { day, type Instant, laterBy } from '../../time.ts';
import { holderOf, type Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import { isOpenAction } from './prevention.ts';
import type { PreventionAction } from './prevention-action.ts';
import { knowsTheEnd, reviewOwnerOf } from './review.ts';
import { morningFrom, morningOf, nextMorning, workingDaysLater } from './review-hours.ts';

/** Somebody is reminded of something, once: the event of this `about` since then says that it was done. */
export type Reminder = {
  readonly about: string;
  readonly dueAt: Instant;
  readonly since: Instant;
  readonly to: readonly PersonId[];
};

/** When the review begins by itself: once customers know the end, on the next working day at the latest. */
export function reviewStartsAt(incident: Incident): Instant | undefined {
  const { resolved, lifecycle, review } = incident;
  if (lifecycle !== 'resolved' || !resolved || review) return undefined;
  if (knowsTheEnd(incident)) return resolved.at;
  const zone = zoneFor(incident, resolved.reviewOwner);
  return zone === undefined ? undefined : nextMorning(resolved.at, zone);
}

/** What is owed of the review and nobody was reminded of yet. Nobody is asked to review a drill or a false alarm. */
export function reviewReminders(incident: Incident, settings: IncidentSettings): readonly Reminder[] {
  const { resolved, review, lifecycle, mode } = incident;
  const owner = reviewOwnerOf(incident);
  const zone = owner === undefined ? undefined : zoneFor(incident, owner);
  const isOpen = lifecycle === 'resolved' || lifecycle === 'in_review';
  if (!resolved || !isOpen || mode === 'drill' || owner === undefined || zone === undefined) return [];
  const to = [owner];
  const { at: since } = resolved;
  return [
    ...((review?.state ?? 'draft') === 'draft' ? draftReminders(incident, settings, { owner, zone }) : []),
    ...(review?.state === 'reviewed' || review?.meetingAt !== undefined
      ? []
      : [
          {
            about: 'review:meeting',
            dueAt: meetingWantedAt(incident, since, zone),
            since,
            to: leaders(incident, owner),
          },
        ]),
    ...(review?.state === 'in_review' && review.meetingAt !== undefined
      ? [{ about: 'review:finish', dueAt: nextMorning(review.meetingAt, zone), since: review.meetingAt, to }]
      : []),
    ...(review?.state === 'reviewed' && review.reviewedAt !== undefined
      ? [{ about: 'review:close', dueAt: nextMorning(review.reviewedAt, zone), since: review.reviewedAt, to }]
      : []),
  ].filter((reminder) => !wasDone(incident, reminder));
}

/** Three times its owner, then managers too. Whoever was reminded later need not be reminded of before. */
function draftReminders(
  incident: Incident,
  { managers }: IncidentSettings,
  { owner, zone }: { readonly owner: PersonId; readonly zone: string },
): readonly Reminder[] {
  const since = incident.resolved?.at ?? incident.declared.at;
  const first = nextMorning(since, zone);
  const second = morningFrom(laterBy(first, day), zone);
  const third = nextOf(second, morningFrom(laterBy(first, 3 * day), zone), zone);
  const last = nextMorning(third, (managers[0] && zoneFor(incident, managers[0])) ?? zone);
  const all: readonly Reminder[] = [
    { about: 'review:first', dueAt: first, since, to: [owner] },
    { about: 'review:second', dueAt: second, since, to: [owner] },
    { about: 'review:third', dueAt: third, since, to: [owner] },
    { about: 'review:managers', dueAt: last, since, to: [...new Set([owner, ...managers])] },
  ];
  return all.slice(all.findLastIndex((reminder) => wasDone(incident, reminder)) + 1);
}

function nextOf(before: Instant, wanted: Instant, zone: string): Instant {
  return wanted > before ? wanted : nextMorning(before, zone);
}

/** Three days for the gravest, five working days otherwise. */
function meetingWantedAt({ severity }: Incident, since: Instant, zone: string): Instant {
  return severity === 'P1' ? morningFrom(laterBy(since, 3 * day), zone) : workingDaysLater(since, 5, zone);
}

function leaders(incident: Incident, owner: PersonId): readonly PersonId[] {
  const commander = holderOf(incident, 'commander');
  return [...new Set([owner, ...(commander === undefined ? [] : [commander])])];
}

/** What is owed of the prevention plan, also after the incident is closed. What is late reaches managers. */
export function actionReminders(incident: Incident, { managers }: IncidentSettings): readonly Reminder[] {
  if (incident.lifecycle === 'merged') return [];
  return incident.actions
    .flatMap((action) => [...dueReminders(incident, action, managers), ...checkReminders(incident, action)])
    .filter((reminder) => !wasDone(incident, reminder));
}

function dueReminders(
  incident: Incident,
  action: PreventionAction,
  managers: readonly PersonId[],
): readonly Reminder[] {
  const { owner, dueOn, movedAt: since = action.at } = action;
  const zone = owner === undefined ? undefined : zoneFor(incident, owner);
  if (!isOpenAction(action) || owner === undefined || dueOn === undefined || zone === undefined) return [];
  const about = (what: string) => `action:${action.action}:${what}:${dueOn}`;
  const all: readonly Reminder[] = [
    { about: about('soon'), dueAt: morningOf(dueOn, -3, zone), since: action.at, to: [owner] },
    { about: about('due'), dueAt: morningOf(dueOn, 0, zone), since: action.at, to: [owner] },
    {
      about: about('late'),
      dueAt: morningOf(dueOn, 7, zone),
      since: action.at,
      to: [...new Set([owner, ...managers])],
    },
  ];
  const left = all.slice(all.findLastIndex((reminder) => wasDone(incident, reminder)) + 1);
  // Who has just taken it on knows when it is due.
  return left.filter(({ dueAt, about: name }) => dueAt > since || name.includes(':late:'));
}

function checkReminders(incident: Incident, action: PreventionAction): readonly Reminder[] {
  const { state, verifier, movedAt: since } = action;
  const zone = verifier === undefined ? undefined : zoneFor(incident, verifier);
  if (state !== 'done' || verifier === undefined || since === undefined || zone === undefined) return [];
  return [{ about: `action:${action.action}:check`, dueAt: nextMorning(since, zone), since, to: [verifier] }];
}

/** Those whose time zone must be known before they can be reminded in their own working hours. */
export function zonesWanted(incident: Incident, { managers }: IncidentSettings): readonly PersonId[] {
  const owner = incident.lifecycle === 'merged' ? undefined : reviewOwnerOf(incident);
  const people = [
    ...(owner === undefined ? [] : [owner, ...managers.slice(0, 1)]),
    ...incident.actions.filter(isOpenAction).map((action) => action.owner),
    ...incident.actions.filter(({ state }) => state === 'done').map((action) => action.verifier),
  ];
  return [...new Set(people.filter((person) => person !== undefined))].filter(
    (person) => zoneFor(incident, person) === undefined,
  );
}

function zoneFor({ zones }: Incident, person: PersonId): string | undefined {
  return zones?.[person];
}

function wasDone({ nudges }: Incident, { about, since }: Reminder): boolean {
  const last = nudges[about]?.at;
  return last !== undefined && last >= since;
}
