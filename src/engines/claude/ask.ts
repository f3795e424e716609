import type Anthropic from '@anthropic-ai/sdk';
import type { AutoParseableOutputFormat } from '@anthropic-ai/sdk/lib/parser';
import type { Message, TextBlockParam, Usage as Tokens } from '@anthropic-ai/sdk/resources/messages';
import { type DeskError, Invalid } from '../../domain/errors.ts';
import type { Usage } from '../../domain/usage.ts';
import { asDeskError } from './claude-error.ts';
import { usageOf } from './prices.ts';

/** One question to Claude whose answer has a shape. */
export type Question<T> = {
  readonly model: string;
  /** The answer's own tokens and those spent on thinking. */
  readonly maxTokens: number;
  readonly effort: 'low' | 'medium' | 'high';
  readonly system: readonly TextBlockParam[];
  /** The data, then what to do with it. */
  readonly content: string;
  readonly format: AutoParseableOutputFormat<T>;
};

/** `firstWordMs`: until the answer begins, for each of two tries. `wholeMs`: until it has ended, retry included. */
export type Patience = { readonly firstWordMs: number; readonly wholeMs: number };

/** An answer, or why there is none. What was paid is told either way. */
export type Reply<T> =
  | { readonly answer: T; readonly usage: Usage }
  | { readonly error: DeskError; readonly usage?: Usage };

/** What is sent for a question, apart from how it is carried. Sampling parameters and prefills are no longer accepted. */
export function requestOf({ model, maxTokens, effort, system, content, format }: Question<unknown>) {
  return {
    model,
    max_tokens: maxTokens,
    system: [...system],
    messages: [{ role: 'user' as const, content }],
    // Without the SDK's own parser: it would throw before the reason for stopping and the cost are known.
    output_config: { effort, format: { type: format.type, schema: format.schema } },
  };
}

/** Asks once, with one retry of the SDK's. The answer is streamed: a dead server is noticed before a slow one. */
export async function ask<T>(
  client: Anthropic,
  question: Question<T>,
  patience: Patience,
): Promise<Reply<T>> {
  let tokens: Tokens | undefined;
  const paid = () => (tokens === undefined ? {} : { usage: usageOf(question.model, countOf(tokens)) });
  try {
    const stream = client.messages.stream(requestOf(question), {
      timeout: patience.firstWordMs,
      // The SDK's time limit ends with the first byte; this one holds for the whole.
      signal: AbortSignal.timeout(patience.wholeMs),
    });
    stream.on('streamEvent', (_event, message) => {
      tokens = message.usage;
    });
    const message = await stream.finalMessage();
    return {
      answer: answerIn(message, question.format),
      usage: usageOf(question.model, countOf(message.usage)),
    };
  } catch (error) {
    return { error: asDeskError(error, question.model), ...paid() };
  }
}

/** The tokens of a call as the desk counts them. */
export function countOf(tokens: Tokens): Omit<Usage, 'costUsd'> {
  return {
    inputTokens: tokens.input_tokens,
    cacheReadTokens: tokens.cache_read_input_tokens ?? 0,
    cacheWriteTokens: tokens.cache_creation_input_tokens ?? 0,
    outputTokens: tokens.output_tokens,
  };
}

/** The answer in a message, checked against its shape. Throws `Invalid` for an answer that is not whole or not sound. */
export function answerIn<T>(message: Message, format: AutoParseableOutputFormat<T>): T {
  switch (message.stop_reason) {
    case 'end_turn':
      break;
    case 'refusal':
      throw new Invalid('Claude declined to answer');
    case 'max_tokens':
      throw new Invalid('Claude’s answer was longer than allowed and was cut off');
    case 'model_context_window_exceeded':
      throw new Invalid('The ticket is longer than Claude can read at once');
    default:
      throw new Invalid('Claude stopped in the middle of its answer');
  }
  const text = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  try {
    return format.parse(text);
  } catch (cause) {
    throw new Invalid('Claude’s answer did not have the shape that was asked for', { cause });
  }
}
