import type { DraftAnswer, DraftFacts } from '../domain/draft.ts';
import { type Sentence, sentencesOf } from '../domain/language/sentences-of.ts';

/** What a draft rests on, for the agent. `url` is the page's, if it has one. */
export type DraftSource = {
  readonly id: string;
  readonly title: string;
  readonly quote: string;
  readonly url?: string;
};

export type ComposedDraft = { readonly text: string; readonly sources: readonly DraftSource[] };

type Labels = { readonly send: string; readonly ask: string; readonly more: string };

const english: Labels = {
  send: 'If that does not help, please send us:',
  ask: 'Thank you for writing. So that we can see this ourselves, please send us:',
  more: 'Read more:',
};

const labels: Readonly<Record<string, Labels>> = {
  de: {
    send: 'Wenn das nicht hilft, schicken Sie uns bitte:',
    ask: 'Danke für Ihre Nachricht. Damit wir das selbst sehen können, schicken Sie uns bitte:',
    more: 'Mehr dazu:',
  },
  es: {
    send: 'Si esto no ayuda, envíenos por favor:',
    ask: 'Gracias por escribirnos. Para poder verlo nosotros mismos, envíenos por favor:',
    more: 'Más información:',
  },
  fr: {
    send: 'Si cela n’aide pas, envoyez-nous s’il vous plaît :',
    ask: 'Merci de votre message. Pour que nous puissions le voir nous-mêmes, envoyez-nous s’il vous plaît :',
    more: 'En savoir plus :',
  },
};

/** The public reply of a draft in plain text, and what it rests on. An `unknown` draft has no reply. */
export function composeDraft(answer: DraftAnswer, facts: DraftFacts): ComposedDraft | undefined {
  if (answer.outcome === 'unknown') return undefined;
  const words = labels[facts.triage.language] ?? english;
  const followUps = answer.followUps.map(({ question, answer: next }) => `${question}\n${next.text}`);
  const paragraphs = [
    answer.greeting,
    answer.understanding,
    ...laidOut(answer.steps, facts),
    ...followUps,
    list(
      words.send,
      answer.askFor.map((each) => `• ${each}`),
    ),
    list(
      words.more,
      answer.links.map(({ title, url }) => `${title}: ${url}`),
    ),
    answer.closing,
  ];
  return {
    text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
    sources: sourcesOf(answer, facts),
  };
}

type Step = Extract<DraftAnswer, { outcome: 'answer' }>['steps'][number];

/** What is to be done is numbered; what a source says in sentences stays a paragraph, its lists stay lists. */
function laidOut(steps: readonly Step[], facts: DraftFacts): readonly string[] {
  const told = steps.map((step) => kindOf(step, facts));
  const isTellingWhatToDo = steps.every(({ text }, at) => told[at] !== 'sentence' || deeds.test(text));
  const kinds = told.map((kind) => (kind === 'sentence' && isTellingWhatToDo ? 'step' : kind));
  const isListed = (kind: Sentence['kind']) => kinds.filter((each) => each === kind).length > 1;
  const paragraphs: { kind: Sentence['kind']; text: string }[] = [];
  let number = 0;
  steps.forEach(({ text }, at) => {
    const kind = kinds[at] ?? 'step';
    if (kind === 'step') number += 1;
    const dot = (kind === 'bullet' || kind === 'row') && isListed(kind) ? '• ' : '';
    const mark = kind === 'step' && isListed(kind) ? `${number}. ` : dot;
    const last = paragraphs.at(-1);
    const line = `${mark}${text}`;
    if (last?.kind === kind) last.text += `${kind === 'sentence' ? ' ' : '\n'}${line}`;
    else paragraphs.push({ kind, text: line });
  });
  return paragraphs.map(({ text }) => text);
}

/** Sentences that begin so are steps, whether the source numbers them or not. */
const deeds =
  /^(?:add|allow|ask|change|check|choose|click|copy|create|disable|download|enable|enter|go|install|look|move|open|press|put|reload|remove|repeat|restart|run|select|send|set|sign|switch|try|turn|update|upload|use|wait)\b/i;

/** How the source has the words. What an engine put in its own words is a step. */
function kindOf({ source }: Step, facts: DraftFacts): Sentence['kind'] {
  const text =
    facts.passages.find(({ id }) => id === source.id)?.text ??
    facts.resolutions.find(({ ticket }) => ticket === source.id)?.answer;
  return sentencesOf(text ?? '').find((sentence) => sentence.text === source.quote)?.kind ?? 'step';
}

/** What an `unknown` draft would ask the requester, ready to be edited by the agent; empty when there is nothing. */
export function composeQuestions(askFor: readonly string[], language: string): string {
  const told = askFor.filter((each) => isTold.test(each));
  const asked = askFor.filter((each) => !isTold.test(each));
  const questions = list(
    (labels[language] ?? english).ask,
    asked.map((each) => `• ${each}`),
  );
  return [...told, questions].filter((part) => part !== '').join('\n\n');
}

/** Sentences are said as they are, “… holds a key. Please revoke it.”; the rest are things to send. */
const isTold = /\p{L}{2,}\. \p{L}[^\n]*\.$/u;

function list(label: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [label, ...lines].join('\n');
}

function sourcesOf(
  answer: Extract<DraftAnswer, { outcome: 'answer' }>,
  facts: DraftFacts,
): readonly DraftSource[] {
  const cited = [...answer.steps, ...answer.followUps.map((followUp) => followUp.answer)].map(
    ({ source }) => source,
  );
  const seen = new Set<string>();
  return cited.flatMap(({ id, quote }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    const passage = facts.passages.find((each) => each.id === id);
    const heading =
      passage === undefined || passage.heading === '' || passage.heading === passage.title
        ? ''
        : `: ${passage.heading}`;
    const title = passage === undefined ? id : `${passage.title}${heading}`;
    return [{ id, title, quote, ...(passage?.url === undefined ? {} : { url: passage.url }) }];
  });
}
