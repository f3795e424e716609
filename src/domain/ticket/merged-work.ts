import { tierAfter } from './apply-judgement.ts';
import { without } from './change.ts';
import type { Ticket } from './ticket.ts';

type Entry = Ticket['absorbed'][number];

/** As grave as what was merged in, when that is graver. */
export function raisedBy(ticket: Ticket, { ticket: because, severity, at }: Entry): Ticket {
  const { triage } = ticket;
  if (!triage || severity === undefined || severity >= triage.severity) return ticket;
  const { severity: was, tier, corrections } = triage;
  return {
    ...ticket,
    beforeMerges: ticket.beforeMerges ?? { severity: was, tier },
    triage: {
      ...triage,
      severity,
      tier: tierAfter(triage, severity),
      corrections: [...corrections, { field: 'severity', was, by: 'desk', at, because }],
    },
  };
}

/** As grave as it was before, or as what is still merged in; what a person said since stands. */
export function lowered(ticket: Ticket): Ticket {
  const { triage, beforeMerges } = ticket;
  if (!triage || !beforeMerges) return ticket;
  const { corrections } = triage;
  const said = corrections.findLastIndex(({ field, by }) => field === 'severity' && by !== 'desk');
  const saidAt = corrections[said]?.at ?? '';
  const own: Ticket = {
    ...without(ticket, 'beforeMerges'),
    triage: {
      ...triage,
      ...beforeMerges,
      corrections: corrections.filter(({ because }, index) => index <= said || because === undefined),
    },
  };
  return ticket.absorbed.filter(({ at }) => at > saidAt).reduce(raisedBy, own);
}

/** Whoever had what was merged in goes on, where nobody has the ticket. */
export function takenOn(ticket: Ticket, { assignee, at }: Entry): Ticket {
  if (ticket.assignee || assignee === undefined) return ticket;
  const status = ticket.status === 'new' ? 'open' : ticket.status;
  return { ...ticket, status, assignee: { person: assignee, at } };
}

/** Nobody has it again who had it by this merge alone; a claim since stands. */
export function givenBack(ticket: Ticket, entry: Entry): Ticket {
  const { assignee } = ticket;
  if (assignee?.person !== entry.assignee || assignee?.at !== entry.at) return ticket;
  const free = without(ticket, 'assignee');
  const next = ticket.absorbed.find((left) => left.assignee !== undefined);
  if (next) {
    // What the first of them opened stays so by the next one.
    const was = entry.was === 'new' && entry.at <= next.at ? entry.was : next.was;
    const absorbed = free.absorbed.map((left) => (left === next ? { ...next, was } : left));
    return takenOn({ ...free, absorbed }, next);
  }
  return entry.was === 'new' && free.status === 'open' && isUntouched(free, entry.at)
    ? { ...free, status: 'new' }
    : free;
}

function isUntouched({ firstRespondedAt, replies, escalation }: Ticket, since: string): boolean {
  return (
    firstRespondedAt === undefined &&
    !replies.some(({ at }) => at > since) &&
    !(escalation !== undefined && escalation.at > since)
  );
}
