import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import { counted } from '../../text.ts';

/** What became of an update, in numbers of tickets. */
export function deliveryCounts({ deliveries }: Pick<IncidentUpdate, 'deliveries'>): {
  readonly all: number;
  readonly reached: number;
  readonly called: number;
  readonly failed: number;
  readonly waiting: number;
} {
  const each = Object.values(deliveries);
  const count = (key: string) => each.filter((delivery) => key in delivery).length;
  return {
    all: each.length,
    reached: count('id'),
    called: count('calledBy'),
    failed: count('failedAt'),
    waiting: count('waiting'),
  };
}

/** `reached 23 of 24 customers, 1 could not be told`. */
export function deliveryWords(update: Pick<IncidentUpdate, 'deliveries'>): string {
  const { all, reached, called, failed } = deliveryCounts(update);
  return [
    `reached ${reached} of ${counted(all, 'customer')}`,
    ...(called > 0 ? [`${called} told another way`] : []),
    ...(failed > 0 ? [`${failed} could not be told`] : []),
  ].join(', ');
}
