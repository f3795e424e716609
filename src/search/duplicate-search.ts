import type { DuplicateCandidate } from '../domain/triage.ts';
import type { SearchableTicket } from '../ports.ts';
import { createDuplicateLetters } from './duplicate-letters.ts';
import { createDuplicateModel } from './duplicate-model.ts';
import { whyAlike } from './duplicate-reasons.ts';
import {
  certaintyOf,
  evidenceOf,
  evidenceOfLetters,
  evidenceOfShare,
  type InCommon,
  likenessOf,
  oddsOf,
  sameWindowMs,
} from './duplicate-score.ts';
import { createDuplicateWords } from './duplicate-words.ts';
import type { Scored } from './term-index.ts';
import { createTicketCopies } from './ticket-copies.ts';
import { type Wanted, wholeText } from './ticket-reading.ts';

/** Copies are not judged by their words: they have them all. */
const certaintyOfCopy = 0.99;
/** Candidates whose letters are compared too, the costliest part. Comparing all eighty found no more. */
const closelyRead = 40;

/** Compares tickets closely: what they have in common, and how likely they are one problem. */
export function createDuplicateSearch() {
  const words = createDuplicateWords();
  const letters = createDuplicateLetters();
  const subjectLetters = createDuplicateLetters();
  const copies = createTicketCopies();
  const model = createDuplicateModel();
  const known = new Map<string, { readonly ticket: SearchableTicket; readonly codes: readonly string[] }>();

  function put({ ticket, reading }: Wanted): void {
    remove(ticket.id);
    known.set(ticket.id, { ticket, codes: reading.codes });
    words.put(ticket.id, reading.subject, reading.whole);
    letters.put(wholeText(ticket));
    subjectLetters.put(ticket.subject);
    copies.put(ticket);
  }

  function remove(id: string): void {
    const before = known.get(id);
    if (before === undefined) return;
    known.delete(id);
    words.remove(id);
    letters.remove(wholeText(before.ticket));
    subjectLetters.remove(before.ticket.subject);
    copies.remove(id);
  }

  /** Tells how alike the words of an indexed ticket are to those of the wanted one, 0–1. */
  function likening({ ticket, reading }: Wanted): (id: string) => number {
    const shared = words.comparing(reading.subject, reading.whole);
    const alike = letters.likenessTo(wholeText(ticket));
    return (id) => {
      const other = known.get(id);
      const common = shared(id);
      return other && common ? likenessOf(common, alike(wholeText(other.ticket))) : 0;
    };
  }

  function comparing({ ticket, reading }: Wanted): (id: string) => InCommon | undefined {
    const shared = words.comparing(reading.subject, reading.whole);
    const alike = subjectLetters.likenessTo(ticket.subject);
    const openedAt = Date.parse(ticket.openedAt);
    return (id) => {
      const other = known.get(id);
      const common = shared(id);
      if (other === undefined || common === undefined) return undefined;
      return {
        words: common,
        subjects: alike(other.ticket.subject),
        code: reading.codes.find((code) => other.codes.includes(code)),
        account: ticket.account !== undefined && ticket.account === other.ticket.account,
        apart: Math.abs(openedAt - Date.parse(other.ticket.openedAt)),
      };
    };
  }

  /** The found tickets by how much speaks for the same problem; copies first. The letters of the faint ones are not read. */
  function ordered(wanted: Wanted, found: readonly Scored[]): readonly Compared[] {
    const compare = comparing(wanted);
    const alike = letters.likenessTo(wholeText(wanted.ticket));
    const copiesOfIt = new Set(copies.of(wanted.ticket));
    return found
      .flatMap(({ key, score }) => {
        const inCommon = compare(key);
        const other = known.get(key)?.ticket;
        if (inCommon === undefined || other === undefined) return [];
        const evidence = evidenceOf(inCommon);
        return [{ other, inCommon, evidence, glance: evidence + evidenceOfShare(score) }];
      })
      .sort((left, right) => right.glance - left.glance || byId(left, right))
      .map(({ other, inCommon, evidence, glance }, at) => ({
        other,
        inCommon,
        evidence: at < closelyRead ? evidence + evidenceOfLetters(alike(wholeText(other))) : glance,
        hasSameText: copiesOfIt.has(other.id),
      }))
      .sort(
        (left, right) =>
          Number(right.hasSameText) - Number(left.hasSameText) ||
          right.evidence - left.evidence ||
          byId(left, right),
      );
  }

  /** The likeliest of the found tickets to be the same problem, best first. */
  function likeliest(wanted: Wanted, found: readonly Scored[], limit: number): readonly DuplicateCandidate[] {
    const { ticket } = wanted;
    const all = ordered(wanted, found);
    return all.slice(0, limit).map(({ other, inCommon, evidence, hasSameText }, at) => {
      const odds = oddsOf(evidence, all[at === 0 ? 1 : 0]?.evidence);
      const more = floodOf(other).filter(({ id }) => id !== other.id && id !== ticket.id).length;
      return {
        ticket: other.id,
        subject: other.subject,
        score: hasSameText ? certaintyOfCopy : certaintyOf(model.odds(odds)),
        why: whyAlike(wanted, inCommon, { hasSameText, says: (term) => words.says(other.id, term) }),
        sameAudience: isSameAudience(ticket, other),
        odds,
        ...(more > 0 ? { moreLikeIt: more } : {}),
        ...(hasSameText && isOlder(other, ticket) && isSameFlood(other, ticket)
          ? { isCopy: true as const }
          : {}),
      };
    });
  }

  /** Tickets that say what an indexed one says, were opened at about the same time and are still worked. */
  function floodOf(ticket: SearchableTicket): readonly SearchableTicket[] {
    return copies
      .familyOf(ticket.id)
      .flatMap((id) => known.get(id)?.ticket ?? [])
      .filter((member) => isSameFlood(member, ticket));
  }

  return { put, remove, likening, likeliest, copies, decide: model.decide };
}

type Compared = {
  readonly other: SearchableTicket;
  readonly inCommon: InCommon;
  readonly evidence: number;
  readonly hasSameText: boolean;
};

function byId(left: { other: SearchableTicket }, right: { other: SearchableTicket }): number {
  return left.other.id < right.other.id ? -1 : 1;
}

function isSameFlood(member: SearchableTicket, other: SearchableTicket): boolean {
  return member.live && Math.abs(Date.parse(member.openedAt) - Date.parse(other.openedAt)) <= sameWindowMs;
}

function isOlder(one: SearchableTicket, other: SearchableTicket): boolean {
  return one.openedAt === other.openedAt ? one.id < other.id : one.openedAt < other.openedAt;
}

function isSameAudience(one: SearchableTicket, other: SearchableTicket): boolean {
  return one.requester === other.requester || (one.account !== undefined && one.account === other.account);
}
