import { z } from 'zod';
import type { IncidentFormContext } from '../../src/cards/incident/form-context.ts';
import type { Desk } from '../../src/desk.ts';
import type { AnswerHandle } from '../../src/domain/chat-event.ts';
import { Invalid } from '../../src/domain/errors.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { updateKinds } from '../../src/domain/incident/words.ts';
import { readableIncident } from '../incident/incident-answer.ts';
import type { Submitted } from '../table.ts';

const Context = z.strictObject({
  incident: z.string().exactOptional(),
  ticket: z.string().exactOptional(),
  about: z.string().exactOptional(),
  kind: z.enum(updateKinds).exactOptional(),
  update: z.string().exactOptional(),
  channel: z.string().exactOptional(),
});

/** What a form about an incident was opened with. */
export function readIncidentContext(event: Submitted): IncidentFormContext {
  try {
    return Context.parse(JSON.parse(event.context));
  } catch (error) {
    throw new Invalid(`The form "${event.form}" came back without its context`, { cause: error });
  }
}

/** The incident that a form is about, for whoever may see it; the others are told that there is none. */
export function incidentSubmitted(desk: Desk, event: Submitted): Promise<Incident | undefined> {
  const id = readIncidentContext(event).incident ?? '';
  return readableIncident(desk, { id, person: event.by, handle: incidentHandleOf(event) });
}

/** Where to tell the person something: forms do not know their channel, so it travels in the context. */
export function incidentHandleOf(event: Submitted): AnswerHandle {
  const channel = event.handle.channel ?? readIncidentContext(event).channel;
  return channel === undefined ? event.handle : { ...event.handle, channel };
}
