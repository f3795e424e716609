import { incidentNudgeCard } from '../../../cards/incident/cadence/nudge-card.ts';
import { nudgeWords } from '../../../cards/incident/cadence/nudge-words.ts';
import { type IncidentSayer, incidentSayer } from './incident-sayer.ts';

/** Somebody is reminded of what only they can do; not once it is done, nor when they were reminded again meanwhile. */
export const incidentNudge: IncidentSayer = incidentSayer({
  compose(desk, { incident, claim }) {
    const { channel: person, ref = '' } = claim.row;
    const [count, ...rest] = ref.split('|');
    const about = rest.join('|');
    if (`${incident.nudges[about]?.count}` !== count) return undefined;
    const [kind = '', ...details] = about.split(':');
    const word = Object.hasOwn(nudgeWords, kind)
      ? nudgeWords[kind]?.(incident, {
          person,
          detail: details.join(':'),
          timezone: desk.settings.timezone,
          now: desk.clock.now(),
        })
      : undefined;
    return word && { card: incidentNudgeCard(incident, word), place: { channel: person } };
  },
  stands: 'once',
});
