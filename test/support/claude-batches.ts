import { z } from 'zod';
import { whole } from './claude-answers.ts';

const Create = z.object({
  requests: z.array(z.object({ custom_id: z.string(), params: z.object({ model: z.string() }) })).min(1),
});

export type Batch = {
  readonly id: string;
  readonly requests: z.infer<typeof Create>['requests'];
  /** It is ready when it has been looked at twice. */
  looks: number;
};

type Call = {
  readonly path: string;
  readonly method: string;
  readonly body: unknown;
  readonly origin: string;
};

/**
 * The batches of the server. What becomes of a request is in its own id: `errored…`, `expired…`, `cut…` and `odd…` do
 * what they say, anything else succeeds. Results come in the opposite order.
 */
export function batchRoutes(
  batches: Map<string, Batch>,
  { path, method, body, origin }: Call,
): { readonly type: string; readonly text: string } | undefined {
  if (path === '/v1/messages/batches' && method === 'POST') {
    const batch: Batch = { id: `batch_${batches.size + 1}`, requests: Create.parse(body).requests, looks: 0 };
    batches.set(batch.id, batch);
    return asJson(stateOf(batch, origin));
  }
  const [, id = '', results] = /^\/v1\/messages\/batches\/([^/]+)(\/results)?$/.exec(path) ?? [];
  const batch = batches.get(id);
  if (batch === undefined) return undefined;
  if (results === undefined) {
    batch.looks += 1;
    return asJson(stateOf(batch, origin));
  }
  const lines = batch.requests.toReversed().map((request) => JSON.stringify(resultOf(request)));
  return { type: 'application/x-jsonl', text: lines.join('\n') };
}

function asJson(value: unknown) {
  return { type: 'application/json', text: JSON.stringify(value) };
}

function stateOf({ id, requests, looks }: Batch, origin: string) {
  const ended = looks >= 2;
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : 'in_progress',
    request_counts: {
      processing: ended ? 0 : requests.length,
      succeeded: 0,
      errored: 0,
      canceled: 0,
      expired: 0,
    },
    ended_at: ended ? '2026-11-20T10:00:00Z' : null,
    created_at: '2026-11-20T09:00:00Z',
    expires_at: '2026-11-21T09:00:00Z',
    results_url: ended ? `${origin}/v1/messages/batches/${id}/results` : null,
  };
}

function resultOf({ custom_id, params }: Batch['requests'][number]) {
  const kind = /^(errored|expired|cut|odd)/.exec(custom_id)?.[1];
  if (kind === 'errored') {
    return {
      custom_id,
      result: { type: 'errored', error: { type: 'error', error: { type: 'api_error', message: 'x' } } },
    };
  }
  if (kind === 'expired') return { custom_id, result: { type: 'expired' } };
  const spoken = {
    ...(kind === 'odd' ? { text: 'no JSON' } : { say: { summary: custom_id } }),
    ...(kind === 'cut' ? { stop: 'max_tokens' } : {}),
  };
  return { custom_id, result: { type: 'succeeded', message: whole(spoken, params.model) } };
}
