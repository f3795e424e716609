import { scoreCard } from '../../../cards/incident/score-card.ts';
import { scoreOf } from '../../../domain/incident/drill/score.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { incidentSayer } from './incident-sayer.ts';

/** How a drill went, changed in place when it went on after all. */
export const drillScore = incidentSayer({
  stands: 'in_place',
  compose(_desk, { incident, log }) {
    const place = roomPlace(incident);
    return place && { place, card: scoreCard(incident, scoreOf(incident, log)) };
  },
});
