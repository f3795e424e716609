import type { ChangesOf } from '../change.ts';
import { earlier } from './merging.ts';

/** Two incidents that are one. */
export const changesOfMerging: ChangesOf<'merged' | 'merge_finished' | 'absorbed'> = {
  merged: (incident, { into, dueAt, promisedAt, by, at }) => {
    const { cadence: _cadence, ...rest } = incident;
    const owed = {
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(promisedAt === undefined ? {} : { promisedAt }),
    };
    return { ...rest, lifecycle: 'merged', merged: { into, ...owed, by, at } };
  },
  merge_finished: (incident) =>
    incident.merged ? { ...incident, merged: { ...incident.merged, done: true } } : incident,
  absorbed: (incident, { incident: source, tickets, dueAt, promisedAt, at }) => {
    const { cadence } = incident;
    const due = cadence && (earlier(cadence.dueAt, dueAt) ?? cadence.dueAt);
    const promised = cadence && earlier(cadence.promisedAt, promisedAt);
    // Whoever was promised to hear sooner still does.
    const isSooner = cadence !== undefined && due !== undefined && due < cadence.dueAt;
    return {
      ...incident,
      absorbed: [...incident.absorbed, { incident: source, at }],
      tickets: [
        ...incident.tickets,
        ...tickets.filter(({ ticket }) => !incident.tickets.some((known) => known.ticket === ticket)),
      ],
      ...(cadence
        ? {
            cadence: {
              ...cadence,
              ...(promised === undefined ? {} : { promisedAt: promised }),
              ...(isSooner ? { dueAt: due, generation: cadence.generation + 1, snoozes: [], rungs: [] } : {}),
            },
          }
        : {}),
    };
  },
};
