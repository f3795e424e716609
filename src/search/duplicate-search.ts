import type { DuplicateCandidate } from '../domain/triage.ts';
import type { SearchableTicket } from '../ports.ts';
import { createDuplicateLetters } from './duplicate-letters.ts';
import { createDuplicateModel } from './duplicate-model.ts';
import { reasonsFor } from './duplicate-reasons.ts';
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
import { createDuplicateWords, type SharedWords } from './duplicate-words.ts';
import { insertBest, type Scored } from './pick-best.ts';
import { createTicketCopies } from './ticket-copies.ts';
import { saysTheSame, type TicketReading, type Wanted, wholeText } from './ticket-reading.ts';

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
  let latest: Sharing | undefined;

  function put({ ticket, reading }: Wanted): void {
    const before = known.get(ticket.id);
    if (before && saysTheSame(before.ticket, ticket)) {
      known.set(ticket.id, { ticket, codes: before.codes });
      return;
    }
    remove(ticket.id);
    latest = undefined;
    known.set(ticket.id, { ticket, codes: reading.codes });
    words.put(ticket.id, reading.subject, reading.whole);
    letters.put(wholeText(ticket));
    subjectLetters.put(ticket.subject);
    copies.put(ticket);
  }

  function remove(id: string): void {
    const before = known.get(id);
    if (before === undefined) return;
    latest = undefined;
    known.delete(id);
    words.remove(id);
    letters.remove(wholeText(before.ticket));
    subjectLetters.remove(before.ticket.subject);
    copies.remove(id);
  }

  /**
   * What an indexed ticket has in common with the wanted one, each looked at once: the same ticket is compared with much
   * the same others for its duplicates, its precedents and its answer.
   */
  function sharing({ ticket, reading }: Wanted): Sharing {
    if (latest?.reading === reading) return latest;
    const wordsOf = new Map<string, SharedWords | undefined>();
    const lettersOf = new Map<string, number>();
    const compareWords = words.comparing(reading.subject, reading.whole);
    const compareLetters = letters.likenessTo(wholeText(ticket));
    latest = {
      reading,
      words(id) {
        if (!wordsOf.has(id)) wordsOf.set(id, compareWords(id));
        return wordsOf.get(id);
      },
      letters(other) {
        const before = lettersOf.get(other.id);
        if (before !== undefined) return before;
        const now = compareLetters(wholeText(other));
        lettersOf.set(other.id, now);
        return now;
      },
    };
    return latest;
  }

  /**
   * The most alike (0–1) of some indexed tickets, best first, none below `least`. Letters are read only of those whose
   * words leave a chance.
   */
  function mostAlike(wanted: Wanted, ids: readonly string[], { limit, least }: Wish): readonly Scored[] {
    const shared = sharing(wanted);
    const glances = ids
      .flatMap((key) => {
        const inWords = shared.words(key);
        const other = known.get(key)?.ticket;
        return inWords && other ? [{ key, other, inWords, atMost: likenessOf(inWords, 1) }] : [];
      })
      .sort((left, right) => right.atMost - left.atMost);
    const best: Scored[] = [];
    for (const { key, other, inWords, atMost } of glances) {
      if (atMost < Math.max(least, best[limit - 1]?.score ?? 0)) break;
      const score = likenessOf(inWords, shared.letters(other));
      if (score >= least) insertBest(best, { key, score }, limit);
    }
    return best;
  }

  function comparing(wanted: Wanted): (id: string) => InCommon | undefined {
    const { ticket, reading } = wanted;
    const shared = sharing(wanted);
    const alike = subjectLetters.likenessTo(ticket.subject);
    const openedAt = Date.parse(ticket.openedAt);
    return (id) => {
      const other = known.get(id);
      const common = shared.words(id);
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
    const shared = sharing(wanted);
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
        evidence: at < closelyRead ? evidence + evidenceOfLetters(shared.letters(other)) : glance,
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
    const why = reasonsFor(wanted);
    return all.slice(0, limit).map(({ other, inCommon, evidence, hasSameText }, at) => {
      const odds = oddsOf(evidence, all[at === 0 ? 1 : 0]?.evidence);
      const more = floodOf(other).filter(({ id }) => id !== other.id && id !== ticket.id).length;
      return {
        ticket: other.id,
        subject: other.subject,
        score: hasSameText ? certaintyOfCopy : certaintyOf(model.odds(odds)),
        why: why(inCommon, { hasSameText, says: (term) => words.says(other.id, term) }),
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

  return { put, remove, mostAlike, likeliest, copies, decide: model.decide };
}

/** What one ticket has in common with indexed ones. Good until something is put or removed. */
type Sharing = {
  readonly reading: TicketReading;
  words(id: string): SharedWords | undefined;
  letters(other: SearchableTicket): number;
};

type Wish = { readonly limit: number; readonly least: number };

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
