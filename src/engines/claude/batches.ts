import type { MessageBatchIndividualResponse } from '@anthropic-ai/sdk/resources/messages';
import { type DeskError, Invalid, Unreachable } from '../../domain/errors.ts';
import { second } from '../../domain/time.ts';
import type { Usage } from '../../domain/usage.ts';
import { answerIn, countOf, type Question, requestOf } from './ask.ts';
import { type ClaudeAccess, openClaudeClient } from './claude-client.ts';
import { asDeskError } from './claude-error.ts';
import { batchShare, usageOf } from './prices.ts';

/** What became of one question of a batch. `id` is the one it was asked under. */
export type BatchReply<T> =
  | { readonly id: string; readonly answer: T; readonly usage: Usage }
  | { readonly id: string; readonly error: DeskError; readonly usage?: Usage };

/**
 * Questions that may wait up to a day, at half the price: reports, not tickets. Whoever starts a batch keeps its id and
 * looks again when it is due; nothing waits here. Errors are ours.
 */
export type ClaudeBatches<T> = {
  /** At most 64 letters, digits, `_` and `-` in an id. Returns the batch's id. */
  start(questions: readonly { readonly id: string; readonly question: Question<T> }[]): Promise<string>;
  /** Undefined while it is still worked on. One reply for each question, in no particular order. */
  look(batch: string): Promise<readonly BatchReply<T>[] | undefined>;
};

const wholeMs = 60 * second;

export function openClaudeBatches<T>(access: ClaudeAccess, format: Question<T>['format']): ClaudeBatches<T> {
  const { batches } = openClaudeClient(access).messages;
  const patience = () => ({ timeout: 20 * second, signal: AbortSignal.timeout(wholeMs) });
  const asked = async <R>(call: () => Promise<R>): Promise<R> => {
    try {
      return await call();
    } catch (error) {
      throw asDeskError(error, 'the model of this batch');
    }
  };
  return {
    start: (questions) =>
      asked(async () => {
        const requests = questions.map(({ id, question }) => ({
          custom_id: id,
          params: requestOf(question),
        }));
        return (await batches.create({ requests }, patience())).id;
      }),
    look: (batch) =>
      asked(async () => {
        const { processing_status } = await batches.retrieve(batch, {}, patience());
        if (processing_status !== 'ended') return undefined;
        const replies: BatchReply<T>[] = [];
        for await (const response of await batches.results(batch, {}, patience())) {
          replies.push(replyOf(response, format));
        }
        return replies;
      }),
  };
}

function replyOf<T>(
  { custom_id: id, result }: MessageBatchIndividualResponse,
  format: Question<T>['format'],
): BatchReply<T> {
  switch (result.type) {
    case 'succeeded': {
      const usage = usageOf(result.message.model, countOf(result.message.usage), batchShare);
      try {
        return { id, answer: answerIn(result.message, format), usage };
      } catch (error) {
        return { id, error: asDeskError(error, result.message.model), usage };
      }
    }
    case 'errored':
      return { id, error: new Invalid('Claude could not answer this part of the batch') };
    case 'canceled':
    case 'expired': {
      const detail = { unknownOutcome: false };
      return { id, error: new Unreachable('The batch ended before this part was answered', detail) };
    }
  }
}
