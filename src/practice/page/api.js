/** @import { PracticeRequests, PracticeState } from '../control.ts' */

/**
 * Reads the whole state of the workspace.
 * @returns {Promise<PracticeState>}
 */
export async function fetchState() {
  const answer = await fetch('/control/state', { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error('The practice server did not answer.');
  return answer.json();
}

/**
 * Asks the practice server for something. Throws with the server's own plain words when it refuses.
 * @template {keyof PracticeRequests} Route
 * @param {Route} route
 * @param {PracticeRequests[Route]} body
 * @returns {Promise<Record<string, unknown>>}
 */
export async function ask(route, body) {
  const answer = await fetch(route, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error('The practice server does not answer. Is it still running?');
  });
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(typeof result.error === 'string' ? result.error : 'That did not work.');
  return result;
}

/**
 * Like `ask`, for what the desk itself must answer: throws when it did not, in words a person understands.
 * @param {'/control/press' | '/control/shortcut'} route
 * @param {PracticeRequests['/control/press'] | PracticeRequests['/control/shortcut']} body
 */
export async function askDesk(route, body) {
  const answer = await ask(route, body);
  if (typeof answer.error === 'string') throw new Error(`The desk did not take this (${answer.error}).`);
}
