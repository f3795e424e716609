import type { DeskSettings } from '../../domain/desk-settings.ts';
import { awaitsEscalationManager } from '../../domain/ticket/routing.ts';
import { type Draft, isBlocked, proposedDraft, type Ticket } from '../../domain/ticket/ticket.ts';
import { confidenceWord } from '../../domain/words.ts';
import type { Block, Line } from '../card.ts';
import { bold, italic, plain, plainLines, shortened, withoutMarks } from '../text.ts';
import { actor } from './actor.ts';

/** The draft, what it rests on, and how far to trust it. */
export function draftBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const draft = proposedDraft(ticket);
  if (!draft) return madeInstead(ticket);
  if (draft.outcome === 'unknown') return [{ type: 'divider' }, unknown(draft), ...madeInstead(ticket)];
  const findings = draft.findings.map(
    (finding): Line =>
      plain(
        `${finding.effect === 'blocks' ? '⛔' : '⚠️'} ${finding.text ? `${finding.reason.replace(/\.$/, '')}: “${shortened(finding.text, 120)}”` : finding.reason}`,
      ),
  );
  return [
    { type: 'divider' },
    { type: 'text', lines: [title(ticket, draft, settings), ...findings] },
    { type: 'quote', lines: plainLines(draft.text) },
    ...sources(draft),
    {
      type: 'context',
      line: plain(`${draft.persona.id} ${draft.persona.hash} · ${draft.engine} (${draft.model})`),
    },
    ...madeInstead(ticket),
  ];
}

function title(ticket: Ticket, draft: Draft, settings: DeskSettings): Line {
  const word = confidenceWord(draft.confidence);
  const isUnsure = draft.confidence < settings.automation.confidence && !awaitsEscalationManager(ticket);
  const careful = isUnsure ? ' · read it closely' : '';
  const blocked = isBlocked(draft) ? ' · stopped by a guard, edit before sending' : '';
  const rated = (draft.ratings ?? []).flatMap(
    ({ by, rating }): Line => [{ text: rating === 'up' ? ' · 👍 ' : ' · 👎 ' }, actor(by)],
  );
  return [bold('Draft'), { text: ` · confidence ${word}${careful}${blocked}` }, ...rated];
}

/** Another engine should have answered: the team knows which mind it reads. */
function madeInstead(ticket: Ticket): readonly Block[] {
  const made = [proposedDraft(ticket), ticket.triage].find((each) => each?.insteadOf !== undefined);
  if (made?.insteadOf === undefined) return [];
  return [{ type: 'context', line: plain(`${made.insteadOf}: ${made.engine} engine`) }];
}

function unknown(draft: Draft): Block {
  const ask = draft.askFor.length > 0 ? [plain(`Would help: ${draft.askFor.join(' · ')}`)] : [];
  return {
    type: 'text',
    lines: [
      [
        bold('No draft'),
        { text: ` · I don’t know: ${draft.reason ?? 'nothing in the knowledge base supports an answer'}` },
      ],
      ...ask,
    ],
  };
}

function sources(draft: Draft): readonly Block[] {
  if (draft.sources.length === 0) return [];
  const seen = new Set<string>();
  const items = draft.sources
    .filter((source) => !seen.has(source.id) && seen.add(source.id))
    .slice(0, 4)
    .map(
      (source): Line => [
        source.url ? { link: source.url, text: source.title } : bold(source.title),
        { text: ': ' },
        italic(`“${shortened(withoutMarks(source.quote), 140)}”`),
      ],
    );
  return [
    { type: 'context', line: plain('Rests on') },
    { type: 'list', ordered: false, items },
  ];
}
