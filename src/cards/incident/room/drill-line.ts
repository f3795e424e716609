import { drillQuestion, drillTickets, spanOf } from '../../../domain/incident/drill/drill.ts';
import type { IncidentEventOf } from '../../../domain/incident/event.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { bold } from '../../text.ts';

/** What people in the room of a drill hear of its script: what a customer asks, and that chat works again. */
export function drillLine(
  event: IncidentEventOf<'drill_step_begun' | 'drill_step_ended'>,
  incident: Incident,
  timezone: string,
): Line {
  if (event.fault === 'customer_asks')
    return [bold(`🎭 ${drillTickets[0]?.accountName} asks: `), { text: `“${drillQuestion}”` }];
  const step = incident.drill?.script[event.step];
  const span = step && spanOf(incident, step);
  if (!span) return [{ text: '🎭 Chat works again.' }];
  return [
    bold('🎭 Chat failed from '),
    moment(span.from, timezone, 'time'),
    bold(' to '),
    moment(span.to, timezone, 'time'),
    { text: ', as this drill wanted. What waited is said now.' },
  ];
}
