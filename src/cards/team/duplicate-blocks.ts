import { isLive, type Ticket } from '../../domain/ticket/ticket.ts';
import type { DuplicateCandidate } from '../../domain/triage.ts';
import type { Block, Button, Line } from '../card.ts';
import { bold, shortened } from '../text.ts';

const most = 3;

/** Tickets that may be about the same thing, with why. People link or merge them; the desk never does. */
export function duplicateBlocks(ticket: Ticket): readonly Block[] {
  const related = new Set([
    ...ticket.absorbed.map((entry) => entry.ticket),
    ...ticket.links.map((link) => link.ticket),
    // Copies have a line of their own.
    ...(ticket.copies ?? []),
  ]);
  const candidates = (ticket.triage?.duplicates ?? [])
    .filter((each) => !related.has(each.ticket))
    .slice(0, most);
  if (candidates.length === 0 || !isLive(ticket)) return [];
  return [
    { type: 'list', ordered: false, items: candidates.map(candidateLine) },
    {
      type: 'actions',
      items: candidates.flatMap((candidate) => [
        ...(candidate.sameAudience ? [mergeButton(ticket, candidate.ticket)] : []),
        { action: 'link', subject: ticket.id, value: candidate.ticket, label: `Link ${candidate.ticket}` },
      ]),
    },
  ];
}

function candidateLine({ ticket, subject, score, why, moreLikeIt }: DuplicateCandidate): Line {
  const more = moreLikeIt === undefined ? '' : ` and ${moreLikeIt.toLocaleString('en')} more like it`;
  return [
    { text: 'Maybe the same as ' },
    bold(ticket),
    { text: ` ${shortened(subject, 70)}${more} (${Math.round(score * 100)} %: ${why})` },
  ];
}

function mergeButton(ticket: Ticket, into: string): Button {
  return {
    action: 'merge',
    subject: ticket.id,
    value: into,
    label: `Merge into ${into}`,
    confirm: {
      title: `Merge into ${into}?`,
      text: `Answers will go to both threads. You can take it back on the card of ${ticket.id}.`,
      yes: 'Merge',
    },
  };
}
