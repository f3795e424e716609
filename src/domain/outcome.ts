import { changedShare } from './changed-share.ts';
import { type Draft, isBlocked, isLive, type PublicReply, type Ticket } from './ticket/ticket.ts';
import type { Instant } from './time.ts';

/**
 * What people made of a draft. `unused`: the ticket ended or its story went on without anybody having used it or
 * turned it down. `undecided`: nobody has said yet, or it was sent and the ticket is still open.
 */
export type Verdict = 'sent_unchanged' | 'edited' | 'rejected' | 'unused' | 'undecided';

/** Why a draft that went out did not hold. */
export type Aftermath = 'disputed' | 'reopened';

/** What became of one draft that proposed an answer. */
export type DraftOutcome = {
  readonly draft: string;
  readonly engine: string;
  /** 0–1: what the engine said, after the guards and before anything learned. */
  readonly rawConfidence: number;
  /** 0–1: what people were shown. */
  readonly confidence: number;
  readonly draftedAt: Instant;
  readonly verdict: Verdict;
  /** When it became so; absent while undecided. */
  readonly decidedAt?: Instant;
  /** Share of the words that a person changed before it went out, 0–1; for `edited`. */
  readonly changed?: number;
  /** It went out, and then the requester said that it is still broken, or the ticket had to be opened again. */
  readonly aftermath?: Aftermath;
  /** A guard stopped it, so it could not go out as it was. */
  readonly blocked: boolean;
  /** How many things guards had against it, stopping it or not. */
  readonly findings: number;
  /** It went out by an earned rule: no person could have changed it first. */
  readonly byRule: boolean;
};

/** What became of each draft that proposed an answer, oldest first. "I don't know" is no draft. */
export function draftOutcomes(ticket: Ticket): readonly DraftOutcome[] {
  return ticket.drafts
    .filter(({ outcome }) => outcome === 'answer')
    .map((draft) => {
      const sent = ticket.replies.find((reply) => reply.draft === draft.draft);
      return {
        draft: draft.draft,
        engine: draft.engine,
        rawConfidence: draft.rawConfidence ?? draft.confidence,
        confidence: draft.confidence,
        draftedAt: draft.at,
        blocked: isBlocked(draft),
        findings: draft.findings.length,
        byRule: sent?.rule !== undefined,
        ...(sent === undefined ? withoutSending(ticket, draft) : afterSending(ticket, draft, sent)),
      };
    });
}

/** True when the draft went out word for word and that settled it. False when not. Undefined: not known, or no sign. */
export function hasHeld({ verdict, aftermath }: DraftOutcome): boolean | undefined {
  if (verdict === 'undecided' || verdict === 'unused') return undefined;
  return verdict === 'sent_unchanged' && aftermath === undefined;
}

type Fate = Pick<DraftOutcome, 'verdict' | 'decidedAt' | 'changed' | 'aftermath'>;

function afterSending(ticket: Ticket, draft: Draft, sent: PublicReply): Fate {
  const disliked = dislikedAt(draft);
  if (disliked !== undefined) return { verdict: 'rejected', decidedAt: disliked };
  const troubled = troubleAfter(ticket, sent);
  const aftermath = troubled === undefined ? {} : { aftermath: troubled.aftermath };
  if (sent.edited) {
    const changed = changedShare(draft.text, sent.publicText);
    return { verdict: 'edited', decidedAt: troubled?.at ?? sent.at, changed, ...aftermath };
  }
  if (troubled) return { verdict: 'sent_unchanged', decidedAt: troubled.at, ...aftermath };
  const ended = endedAt(ticket);
  return ended === undefined ? { verdict: 'undecided' } : { verdict: 'sent_unchanged', decidedAt: ended };
}

function withoutSending(ticket: Ticket, draft: Draft): Fate {
  const turnedDown = draft.rejected?.at ?? dislikedAt(draft);
  if (turnedDown !== undefined) return { verdict: 'rejected', decidedAt: turnedDown };
  if (draft.state === 'proposed') return { verdict: 'undecided' };
  const own = ownAnswer(ticket, draft);
  if (own) return { verdict: 'rejected', decidedAt: own.at };
  return { verdict: 'unused', decidedAt: nextDraftAt(ticket, draft) ?? endedAt(ticket) ?? draft.at };
}

/** When more people of the team thought badly of it than well. */
function dislikedAt(draft: Draft): Instant | undefined {
  const given = draft.ratings ?? [];
  const down = given.filter(({ rating }) => rating === 'down');
  return down.length * 2 > given.length ? latest(down.map(({ at }) => at)) : undefined;
}

/** The first trouble after a reply, as long as it was the last thing the desk had said. */
function troubleAfter(
  ticket: Ticket,
  sent: PublicReply,
): { readonly aftermath: Aftermath; readonly at: Instant } | undefined {
  const nextAnswer = ticket.replies.find(({ at }) => at > sent.at)?.at;
  const isAbout = ({ at }: { readonly at: Instant }) =>
    at > sent.at && (nextAnswer === undefined || at < nextAnswer);
  const disputed = ticket.disputes?.find(isAbout);
  if (disputed) return { aftermath: 'disputed', at: disputed.at };
  const reopened = ticket.reopened.find(isAbout);
  return reopened && { aftermath: 'reopened', at: reopened.at };
}

/** An answer in an agent's own words, given while this draft was the one on the card. */
function ownAnswer(ticket: Ticket, draft: Draft): { readonly at: Instant } | undefined {
  const until = nextDraftAt(ticket, draft);
  const isMeanwhile = ({ at }: { readonly at: Instant }) =>
    at >= draft.at && (until === undefined || at < until);
  const replies = ticket.replies.filter((reply) => reply.draft === undefined);
  const messages = ticket.messages.filter(({ from }) => from === 'desk');
  return [...replies, ...messages].find(isMeanwhile);
}

function nextDraftAt(ticket: Ticket, draft: Draft): Instant | undefined {
  return ticket.drafts[ticket.drafts.findIndex((known) => known.draft === draft.draft) + 1]?.at;
}

function endedAt(ticket: Ticket): Instant | undefined {
  if (isLive(ticket)) return undefined;
  return ticket.solution?.at ?? ticket.closed?.at ?? ticket.changedAt;
}

function latest(moments: readonly Instant[]): Instant | undefined {
  return moments.toSorted().at(-1);
}
