import type { Account } from '../account.ts';
import { categories, sentiments, severities } from '../words.ts';
import { type Asked, type Decision, nothing, stamp } from './decision.ts';
import type { TicketEventOf } from './event.ts';
import { may } from './permission.ts';
import { type CorrectableField, isLive, proposedDraft, type Rating, type Ticket } from './ticket.ts';

/** Who the requester is became known. */
export function identifyRequester(
  ticket: Ticket,
  person: {
    readonly name: string;
    readonly email?: string;
    readonly timezone?: string;
    readonly account?: Account;
  },
  asked: Asked,
): Decision {
  if (
    ticket.requesterName === person.name &&
    ticket.requesterEmail === person.email &&
    ticket.requesterTimezone === person.timezone &&
    ticket.account?.id === person.account?.id
  ) {
    return nothing;
  }
  return { events: [{ type: 'requester_identified', ...person, ...stamp(asked) }] };
}

/** An engine sorted the ticket. What people corrected by hand stands. */
export function triageTicket(
  _ticket: Ticket,
  triage: TicketEventOf<'triaged'>['triage'],
  asked: Asked,
): Decision {
  return { events: [{ type: 'triaged', triage, ...stamp(asked) }] };
}

/** A person says what the category, severity, queue or sentiment really is. */
export function correctTriage(
  ticket: Ticket,
  correction: { readonly field: CorrectableField; readonly to: string },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'correct')) return { refused: 'not_allowed' };
  if (!ticket.triage) return { refused: 'nothing_to_do' };
  if (!isKnown(correction)) return { refused: 'nothing_to_do' };
  const { field, to } = correction;
  const was = ticket.triage[field];
  if (was === to) return nothing;
  return { events: [{ type: 'corrected', field, was, to, ...stamp(asked) }] };
}

/** Queues are the settings' own names; the others are closed lists. */
const known: Readonly<Record<Exclude<CorrectableField, 'queue'>, readonly string[]>> = {
  category: categories,
  severity: severities,
  sentiment: sentiments,
};

function isKnown({ field, to }: { readonly field: CorrectableField; readonly to: string }) {
  return field === 'queue' ? to !== '' : known[field].includes(to);
}

/** A persona proposes an answer, or says that it does not know. */
export function proposeDraft(
  ticket: Ticket,
  draft: TicketEventOf<'drafted'>['draft'],
  asked: Asked,
): Decision {
  if (!isLive(ticket)) return { refused: 'closed' };
  if (ticket.drafts.some((known) => known.draft === draft.draft)) return nothing;
  return { events: [{ type: 'drafted', draft, ...stamp(asked) }] };
}

export function discardDraft(ticket: Ticket, draft: string, asked: Asked): Decision {
  if (!may(asked.role, 'draft')) return { refused: 'not_allowed' };
  if (proposedDraft(ticket)?.draft !== draft) return { refused: 'no_draft' };
  return { events: [{ type: 'draft_discarded', draft, ...stamp(asked) }] };
}

/** A person asks for another draft. */
export function requestDraft(ticket: Ticket, asked: Asked): Decision {
  if (!may(asked.role, 'draft')) return { refused: 'not_allowed' };
  if (!isLive(ticket)) return { refused: 'closed' };
  return { events: [{ type: 'draft_requested', ...stamp(asked) }] };
}

/** A person of the team thinks well or badly of a draft that is proposed or was sent. */
export function rateDraft(
  ticket: Ticket,
  rate: { readonly draft: string; readonly rating: Rating },
  asked: Asked,
): Decision {
  if (!may(asked.role, 'draft')) return { refused: 'not_allowed' };
  const draft = ticket.drafts.find((known) => known.draft === rate.draft);
  if (draft?.state !== 'proposed' && draft?.state !== 'sent') return { refused: 'no_draft' };
  if (draft.ratings?.some(({ by, rating }) => by === asked.by && rating === rate.rating)) return nothing;
  return { events: [{ type: 'draft_rated', ...rate, ...stamp(asked) }] };
}

/** The engines failed; the card says so and people go on without them. */
export function noteEngineFailure(ticket: Ticket, reason: string, asked: Asked): Decision {
  if (ticket.engineTrouble?.reason === reason) return nothing;
  return { events: [{ type: 'engine_failed', reason, ...stamp(asked) }] };
}
