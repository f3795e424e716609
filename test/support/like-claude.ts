import type { Spoken } from './claude-answers.ts';
import type { Asked } from './claude-server.ts';

/** The blocks of a question, as they are fenced. */
export function blocksOf({ messages }: Pick<Asked, 'messages'>) {
  const content = messages[0]?.content ?? '';
  const block = /<(data-\w+) about="([^"]*)"(?: id="([^"]*)")?>\n([\s\S]*?)\n<\/\1>/g;
  return [...content.matchAll(block)].map(([, tag = '', about = '', id, text = '']) => ({
    tag,
    about,
    id,
    text,
  }));
}

/** A sensible answer to a question of the desk: the first queue, or the first sentence of the first help page. */
export function likeClaude(asked: Asked): Spoken {
  return { say: isTriage(asked) ? someTriage(asked) : someDraft(asked) };
}

export function isTriage({ output_config }: Asked): boolean {
  return JSON.stringify(output_config.format.schema).includes('"severity_reasons"');
}

function queuesOf({ output_config }: Asked): readonly string[] {
  const { properties } = output_config.format.schema as { properties: { queue: { enum: string[] } } };
  return properties.queue.enum;
}

/** The fields of a triage, as a model fills them in. */
export function someTriage(asked: Asked, given: Readonly<Record<string, unknown>> = {}) {
  return {
    category_reason: 'they name an error',
    category: 'technical',
    severity_reasons: ['all users', 'since 10:00'],
    severity: 'P2',
    queue_reason: 'errors go there',
    queue: queuesOf(asked)[0],
    tier: 2,
    sentiment: 'neutral',
    frustration: 0.2,
    product_area: 'checkout',
    language: 'en',
    same_as: [],
    stakeholders: [],
    question: 'none',
    confidence: 0.9,
    ...given,
  };
}

/** The fields of a draft that rests on the first passage, as a model fills them in. */
export function someDraft(asked: Asked, given: Readonly<Record<string, unknown>> = {}) {
  const source = blocksOf(asked).find(({ id }) => id !== undefined);
  const quote = source?.text.split('\n').at(-1) ?? '';
  return {
    reason: 'The page is about this.',
    outcome: source === undefined ? 'unknown' : 'answer',
    tone: 'plain',
    greeting: 'Hello,',
    understanding: 'You need help with this.',
    steps: source === undefined ? [] : [{ text: quote, passage_id: source.id, quote }],
    ask_for: [],
    follow_ups: [],
    closing: 'Write here if it does not work.',
    confidence: 0.8,
    ...given,
  };
}
