import { numbersCard } from '../../src/cards/incident/review/numbers-card.ts';
import type { Desk } from '../../src/desk.ts';
import { incidentNumbers, liveNumbers } from '../../src/domain/incident/figures/numbers.ts';
import { showCard } from '../answer.ts';
import type { Command } from '../table.ts';

/** `/ticket war-room numbers`: the last 30 and 90 days, for whoever asks. It names no incident, so it counts all. */
export async function numbers(desk: Desk, event: Command): Promise<void> {
  const incidents = await desk.store.incidents({});
  const now = desk.clock.now();
  const periods = [30, 90].map((days) => incidentNumbers(incidents, { now, days }));
  await showCard(desk, event.handle, numbersCard(liveNumbers(incidents, now), periods));
}
