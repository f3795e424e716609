import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClaudeServer, claudeKey, startClaudeServer } from '../support/claude-server.ts';
import { likeClaude } from '../support/like-claude.ts';
import { openPlace, type Place } from './support/place.ts';

let place: Place;
let claude: ClaudeServer;
beforeEach(async () => {
  claude = await startClaudeServer(likeClaude);
  place = await openPlace();
});
afterEach(async () => {
  await place.close();
  await claude.close();
});

const figure = async (name: string) => {
  const text = await (await fetch(new URL('/metrics', place.eventsUrl))).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};
const unreachable = 'muster_engine_calls_total\\{engine="claude",role="triage",outcome="unreachable"\\}';
const shown = (words: string) =>
  place.practice.state().messages.some(({ blocks }) => JSON.stringify(blocks ?? '').includes(words));
const write = (text: string) => place.practice.control.say({ as: 'U01DANA', channel: 'C01SUPPORT', text });

test('a key in the environment turns Claude on, and what it cost today outlives a kill', async () => {
  const env = { ANTHROPIC_API_KEY: claudeKey, ANTHROPIC_BASE_URL: claude.url };
  const desk = await place.start(env);
  await desk.opened();
  expect(desk.output()).toContain(
    'Claude sorts and drafts (claude-haiku-5-5, claude-sonnet-5-5), for at most $20',
  );
  expect(desk.output()).not.toContain(claudeKey);
  write('Checkout fails with error 502 for all our users');
  // There is no page to rest a draft on: sorting alone was paid.
  await place.until(() => shown('No draft'));
  const spent = await figure('muster_engine_spent_today_usd');
  expect(spent).toBeGreaterThan(0.0001);
  await desk.end('SIGKILL');
  await claude.close();
  const again = await place.start(env);
  await again.opened();
  await place.until(async () => (await figure('muster_engine_spent_today_usd')) === spent);
  write('Checkout fails again, nobody can pay');
  await place.until(async () => (await figure(unreachable)) > 0);
  claude = await startClaudeServer(likeClaude);
});

test('without a key the line at the start says that the offline engine is on', async () => {
  const desk = await place.start();
  await desk.opened();
  expect(desk.output()).toContain('The offline engine sorts and drafts: there is no ANTHROPIC_API_KEY.');
});
