import type { PersonId } from '../../chat-event.ts';
import { hour, type Instant, laterBy, minute } from '../../time.ts';
import { holderOf, type Incident } from '../incident.ts';
import type { IncidentSettings } from '../settings.ts';
import { approvalWaitMs, updateAtWork, wordedBeforehand } from '../updates/updating.ts';
import { isUnderWay } from '../words.ts';
import { isUpdateOwed } from './ladder.ts';

/** Somebody is to be reminded at that time of what only they can do. */
export type NudgeDue = { readonly about: string; readonly to: readonly PersonId[]; readonly at: Instant };

export type NudgeRule = (incident: Incident, settings: IncidentSettings) => NudgeDue | undefined;

/** Nobody did anything in it for so long: it may be over without anybody having said so. */
const staleAfterMs = 4 * hour;
/** A draft waits so long for the commander before they are called, while an update is owed. */
const callForApprovalMs = 2 * minute;

/** The team has not heard for a period where things stand: whoever leads is asked, once a period. */
export const internalNudge: NudgeRule = (incident, { internalMs }) => {
  const commander = holderOf(incident, 'commander');
  if (!isUnderWay(incident.lifecycle) || commander === undefined) return undefined;
  const from = latest([
    incident.declared.at,
    incident.reopened.at(-1)?.at,
    incident.internalUpdateAt,
    incident.roles.commander.at,
    incident.nudges.internal?.at,
  ]);
  return { about: 'internal', to: [commander], at: laterBy(from, internalMs) };
};

/** Is it still live? Asked again after as long. */
export const staleNudge: NudgeRule = (incident, { managers }) => {
  if (!isUnderWay(incident.lifecycle)) return undefined;
  const commander = holderOf(incident, 'commander');
  const from = latest([incident.declared.at, incident.touchedAt, incident.nudges.stale?.at]);
  return someone({
    about: 'stale',
    to: commander === undefined ? managers : [commander],
    at: laterBy(from, staleAfterMs),
  });
};

/** A draft waits while customers do: first for the commander, then for whoever may approve in their place. */
export const approvalNudge: NudgeRule = (incident, { managers }) => {
  const update = updateAtWork(incident);
  const { cadence, nudges } = incident;
  if (update?.state !== 'pending' || wordedBeforehand.has(update.kind)) return undefined;
  if (!cadence || !isUpdateOwed(incident)) return undefined;
  const waits = (milliseconds: number) => latest([laterBy(update.draftedAt, milliseconds), cadence.dueAt]);
  const commander = holderOf(incident, 'commander');
  const first = `approval:${update.update}`;
  if (commander !== undefined && nudges[first] === undefined) {
    return { about: first, to: [commander], at: waits(callForApprovalMs) };
  }
  const second = `approval_open:${update.update}`;
  if (nudges[second] !== undefined) return undefined;
  const deputy = holderOf(incident, 'deputy');
  const others = [...(deputy === undefined ? [] : [deputy]), ...managers];
  return someone({
    about: second,
    to: [...new Set(others)].filter((person) => person !== commander),
    at: waits(approvalWaitMs),
  });
};

/** Where nobody can be asked, nothing is due. */
function someone(due: NudgeDue): NudgeDue | undefined {
  return due.to.length === 0 ? undefined : due;
}

function latest([first, ...others]: readonly [Instant, ...(Instant | undefined)[]]): Instant {
  return others.reduce<Instant>(
    (latestYet, each) => (each !== undefined && each > latestYet ? each : latestYet),
    first,
  );
}
