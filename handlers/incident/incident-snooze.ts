import { momentText } from '../../src/cards/moment.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import { remindersFrom } from '../../src/domain/incident/cadence/ladder.ts';
import { snoozeUpdate } from '../../src/domain/incident/cadence/snoozing.ts';
import type { IncidentAsked } from '../../src/domain/incident/decision.ts';
import { changeIncidentAsAsked } from '../../src/workflows/incident/change-incident.ts';
import { tell } from '../answer.ts';
import { reportIncident } from './incident-answer.ts';

/** Puts the reminder off and says until when; where a time is in the way, says which. */
export async function snoozeAndTell(
  desk: Desk,
  handle: AnswerHandle,
  ask: {
    readonly id: string;
    readonly minutes: number;
    readonly reason: string;
    readonly asked: IncidentAsked;
  },
): Promise<void> {
  const { id, minutes, reason, asked } = ask;
  const changed = await changeIncidentAsAsked(desk, id, asked, (incident) =>
    snoozeUpdate(incident, { minutes, reason }, asked),
  );
  const cadence = 'incident' in changed ? changed.incident.cadence : undefined;
  const time = (at: string) => momentText(at, desk.settings.timezone, 'time');
  if (changed.outcome === 'refused' && changed.refusal.refused === 'past_promise' && cadence?.promisedAt) {
    const words = `Customers were told to hear by ${time(cadence.promisedAt)}. It can be put off until then at the latest.`;
    return tell(desk, handle, words);
  }
  if (changed.outcome === 'refused' && changed.refusal.refused === 'not_due_then' && cadence) {
    return tell(desk, handle, `The reminder comes at ${time(remindersFrom(cadence))} anyway.`);
  }
  if ((await reportIncident(desk, handle, changed)) && cadence) {
    await tell(desk, handle, `You are reminded again at ${time(remindersFrom(cadence))}.`);
  }
}
