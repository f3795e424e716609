import { expect, test, vi } from 'vitest';
import type { EngineAttempt } from '../../../src/ports.ts';
import type { ClaudeAnswer } from '../../support/claude-answers.ts';
import { triageFacts, triagePersona } from '../../support/claude-facts.ts';
import { likeClaude, someTriage } from '../../support/like-claude.ts';
import { aClaude, impatient } from './claude.ts';

const patience = { triage: impatient, drafting: impatient };

async function attempt(answer: ClaudeAnswer, triage = impatient) {
  const patience = { triage, drafting: impatient };
  const { engine, server } = await aClaude({ answer: () => answer, patience });
  const attempted = await engine.attempt('triage', triagePersona, triageFacts());
  return { ...failureOf(attempted), calls: server.calls() };
}

function failureOf(attempted: EngineAttempt<'triage'>) {
  if (!('error' in attempted)) throw new Error('It was answered');
  const { error, usage } = attempted;
  const wait = 'retryAfterMs' in error ? { retryAfterMs: error.retryAfterMs } : {};
  return { kind: error.name, reason: error.message, ...wait, paid: usage !== undefined };
}

const refusals: readonly [string, number, string, Record<string, string>, object][] = [
  ['a wrong key', 401, 'authentication_error', {}, { kind: 'Misconfigured', calls: 1 }],
  ['a key without the right', 403, 'permission_error', {}, { kind: 'Misconfigured', calls: 1 }],
  ['a model nobody knows', 404, 'not_found_error', {}, { kind: 'Misconfigured', calls: 1 }],
  [
    'an account without credit',
    402,
    'billing_error',
    {},
    { kind: 'Unreachable', retryAfterMs: 600_000, calls: 1 },
  ],
  [
    'a long wait that is asked for',
    429,
    'rate_limit_error',
    { 'retry-after': '30' },
    { kind: 'Unreachable', reason: 'Claude asks the desk to slow down', retryAfterMs: 30_000, calls: 1 },
  ],
  [
    'a short wait that is asked for',
    429,
    'rate_limit_error',
    { 'retry-after-ms': '20' },
    { kind: 'Unreachable', retryAfterMs: 20, calls: 2 },
  ],
  [
    'too much traffic',
    529,
    'overloaded_error',
    { 'retry-after-ms': '10' },
    { kind: 'Unreachable', reason: 'Claude is overloaded', calls: 2 },
  ],
  ['a fault of the server', 500, 'api_error', { 'retry-after-ms': '10' }, { kind: 'Unreachable', calls: 2 }],
  ['a question that is too long', 413, 'request_too_large', {}, { kind: 'Invalid', calls: 1 }],
  ['a question that is not taken', 400, 'invalid_request_error', {}, { kind: 'Invalid', calls: 1 }],
];

test.each(refusals)('%s is told for what it is (%i %s)', async (_what, status, type, headers, expected) => {
  const failure = await attempt({ status, type, headers });
  expect(failure).toMatchObject(expected);
  expect(failure.paid).toBe(false);
  expect(failure.reason).not.toContain('what the server says');
});

test('a server that never answers costs no more than the whole time', async () => {
  expect(await attempt({ fault: 'hang' })).toMatchObject({
    kind: 'Unreachable',
    reason: 'Claude did not answer in time',
  });
});

test('an answer that begins and never ends is given up, and what was paid is known', async () => {
  expect(await attempt({ fault: 'hang after the first words' })).toMatchObject({
    kind: 'Unreachable',
    reason: 'Claude did not answer in time',
    paid: true,
  });
});

test('a connection that drops is tried once more', async () => {
  expect(await attempt({ fault: 'reset' }, { ...impatient, wholeMs: 5000 })).toMatchObject({
    kind: 'Unreachable',
    reason: 'Claude cannot be reached',
    calls: 2,
  });
});

test.each(['cut', 'end early'] as const)('a stream that is %s is not taken for an answer', async (fault) => {
  const logged = vi.spyOn(console, 'error');
  expect(await attempt({ fault })).toMatchObject({ kind: 'Unreachable', paid: true });
  expect(logged).not.toHaveBeenCalled();
});

test('an error in the middle of a stream counts like one at its beginning', async () => {
  expect(await attempt({ fault: 'error in the stream' })).toMatchObject({
    kind: 'Unreachable',
    reason: 'Claude is overloaded',
  });
});

test('a server that is not there cannot be reached', async () => {
  const { engine } = await aClaude({ baseUrl: 'http://127.0.0.1:1', patience });
  await expect(engine.run('triage', triagePersona, triageFacts())).rejects.toMatchObject({
    name: 'Unreachable',
  });
});

const unusable: readonly [string, ClaudeAnswer, string][] = [
  ['refuses', { text: '', stop: 'refusal' }, 'Claude declined to answer'],
  [
    'is cut off',
    { text: '{"category":', stop: 'max_tokens' },
    'Claude’s answer was longer than allowed and was cut off',
  ],
  [
    'is cut off where it still reads well',
    { say: {}, stop: 'max_tokens' },
    'Claude’s answer was longer than allowed and was cut off',
  ],
  [
    'has no room',
    { text: '', stop: 'model_context_window_exceeded' },
    'The ticket is longer than Claude can read at once',
  ],
  [
    'stops for a tool nobody gave it',
    { text: '', stop: 'tool_use' },
    'Claude stopped in the middle of its answer',
  ],
  ['is no JSON', { text: 'I would say P1.' }, 'Claude’s answer did not have the shape that was asked for'],
  [
    'misses fields',
    { say: { category: 'technical' } },
    'Claude’s answer did not have the shape that was asked for',
  ],
];

test.each(unusable)('an answer that %s is not used, and is paid for', async (_what, answer, reason) => {
  expect(await attempt(answer)).toEqual({ kind: 'Invalid', reason, paid: true, calls: 1 });
});

test('a category that does not exist is no answer', async () => {
  const { engine } = await aClaude({
    answer: (asked) => ({ say: someTriage(asked, { category: 'urgent' }) }),
  });
  await expect(engine.run('triage', triagePersona, triageFacts())).rejects.toMatchObject({ name: 'Invalid' });
});

test('one bad answer leaves the next one alone', async () => {
  const { engine, server } = await aClaude({ answer: () => ({ fault: 'hang' }), patience });
  await expect(engine.run('triage', triagePersona, triageFacts())).rejects.toMatchObject({
    name: 'Unreachable',
  });
  server.answer(likeClaude);
  expect((await engine.run('triage', triagePersona, triageFacts())).engine).toBe('claude');
});
