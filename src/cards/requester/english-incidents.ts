import type { IncidentWording } from './incident-wording.ts';

/** How incidents are written about in English. */
export const englishIncidents: IncidentWording = {
  drill: 'This is a drill. Nothing is wrong with your service.',
  head: (ticket) => `Update on ${ticket}.`,
  correction: (of) => `Correction to our message of ${of}:`,
  status: {
    investigating: 'Status: investigating.',
    identified: 'Status: cause identified.',
    monitoring: 'Status: remedy in place, monitoring.',
    resolved: 'Status: resolved.',
  },
  asOf: (moment) => `As of ${moment}.`,
  acknowledged: 'We know of the disruption that you reported and work on it with priority.',
  affected: (what) => `Affected: ${what}`,
  affectedSince: (moment, what) => `Affected since ${moment}: ${what}`,
  notAffected: (what) => `Not affected: ${what}`,
  nothingNew: (since) => `There is nothing new since our message of ${since}. The work on it goes on.`,
  nothingNewYet: 'There is nothing new yet. The work on it goes on.',
  next: (text) => `Next steps: ${text}`,
  goesOn: {
    investigating: 'we look for the cause.',
    identified: 'we work on the remedy.',
    monitoring: 'we watch whether it stays stable.',
    resolved: 'none are needed from you.',
  },
  blockers: (text) => `What holds us up: ${text}`,
  noBlockers: 'What holds us up: nothing known.',
  workaround: (text) => `Workaround: ${text}`,
  noWorkaround: 'Workaround: none known yet.',
  lasted: (span, from, to) => `It lasted ${span}, from ${from} to ${to}.`,
  span: (hours, minutes) =>
    [
      ...(hours > 0 ? [`${hours} hour${hours === 1 ? '' : 's'}`] : []),
      `${minutes} minute${minutes === 1 ? '' : 's'}`,
    ].join(' '),
  dataLoss: {
    yes: 'Data: some data was lost.',
    no: 'Data: no data was lost.',
    unknown: 'Data: we do not know yet whether data was lost, and write to you here when we do.',
  },
  ifItReturns: 'If it comes back, write here; we take it up at once.',
  review: 'Our written review follows within five working days.',
};
