import { fewestOutcomes } from '../../domain/reliability.ts';
import type { Draft, Ticket } from '../../domain/ticket/ticket.ts';
import { confidenceWord } from '../../domain/words.ts';
import type { Block, Form, Line } from '../card.ts';
import { bold, counted, italic, joined, plain, shortened, withoutMarks } from '../text.ts';
import { costWords } from '../wording.ts';
import { writeContext } from './form-context.ts';

/** The number behind a draft's confidence, where it comes from, and who made the draft. */
export function whyConfidenceForm(ticket: Ticket, draft: Draft): Form {
  const { confidence } = draft;
  return {
    form: 'why_confidence',
    title: `Draft of ${ticket.id}`,
    context: writeContext({ ticket: ticket.id, draft: draft.draft }),
    blocks: [
      {
        type: 'text',
        lines: [
          [bold(`Confidence ${confidenceWord(confidence)}: ${confidence.toFixed(2)}`)],
          plain(meaningOf(draft)),
        ],
      },
      { type: 'facts', items: madeFrom(draft) },
      ...findings(draft),
      ...sources(draft),
    ],
    fields: [],
  };
}

function meaningOf(draft: Draft): string {
  const known = draft.outcomesKnown ?? 0;
  if (draft.findings.some(({ effect }) => effect === 'blocks')) {
    return 'A guard stopped this draft, so nobody can send it as it is.';
  }
  if (known < fewestOutcomes && draft.rawConfidence === draft.confidence) {
    const decided = known === 0 ? 'no draft' : `only ${counted(known, 'draft')}`;
    return `The engine’s own number: ${decided} had been decided by then.`;
  }
  const inHundred = Math.round(draft.confidence * 100);
  return `Of drafts with such a number, about ${inHundred} in 100 were sent as they were and settled it. Learned from ${counted(known, 'decided draft')} of this engine.`;
}

function madeFrom(draft: Draft): readonly { readonly label: string; readonly value: Line }[] {
  const { rawConfidence, usage, ratings = [], insteadOf } = draft;
  return [
    ...(rawConfidence === undefined
      ? []
      : [{ label: 'Engine’s own number', value: plain(`${rawConfidence.toFixed(2)}, after the guards`) }]),
    { label: 'Engine', value: plain(`${draft.engine} (${draft.model})`) },
    ...(insteadOf === undefined ? [] : [{ label: 'Why this engine', value: plain(insteadOf) }]),
    { label: 'Persona', value: plain(`${draft.persona.id}, file ${draft.persona.hash}`) },
    { label: 'Tokens and cost', value: plain(usage ? costWords(usage) : 'none: this engine is free') },
    ...(ratings.length === 0
      ? []
      : [
          {
            label: 'Rated by',
            value: joined(
              ratings.map(
                ({ by, rating }): Line => [{ text: rating === 'up' ? '👍 ' : '👎 ' }, { person: by }],
              ),
            ),
          },
        ]),
  ];
}

function findings(draft: Draft): readonly Block[] {
  if (draft.findings.length === 0) {
    return [{ type: 'context', line: plain('The guards have nothing against it.') }];
  }
  const items = draft.findings.map(({ effect, reason, text }): Line => {
    const words = `${effect === 'blocks' ? 'Stops it' : 'Weakens it'}: ${reason}`;
    return [{ text: words }, ...(text ? [{ text: ' ' }, italic(`“${shortened(text, 200)}”`)] : [])];
  });
  return [
    { type: 'text', lines: [[bold('What the guards say')]] },
    { type: 'list', ordered: false, items },
  ];
}

function sources(draft: Draft): readonly Block[] {
  if (draft.sources.length === 0) return [];
  const items = draft.sources.map(
    ({ id, title, quote, url }): Line => [
      url ? { link: url, text: title } : bold(title),
      { text: ` (${id}): ` },
      italic(`“${shortened(withoutMarks(quote), 300)}”`),
    ],
  );
  return [
    { type: 'text', lines: [[bold('What it rests on')]] },
    { type: 'list', ordered: false, items },
  ];
}
