/** @import { PracticeChange, PracticeState } from '../control.ts' */
import { fetchState } from './api.js';

/**
 * Keeps the page in step with the server: the whole state first, then each change. When the line breaks,
 * the state is read anew before changes are followed again, so that nothing is missed.
 * @param {{
 *   onState: (state: PracticeState) => void,
 *   onChange: (change: PracticeChange) => void,
 *   onLine: (online: boolean) => void,
 * }} listener
 */
export function followWorkspace(listener) {
  /** @type {PracticeChange[] | undefined} changes that came while the state was being read */
  let waiting = [];
  const source = new EventSource('/control/stream');
  source.addEventListener('change', (event) => {
    const change = JSON.parse(event.data);
    if (waiting) waiting.push(change);
    else listener.onChange(change);
  });
  source.addEventListener('open', () => void refresh());
  source.addEventListener('error', () => {
    listener.onLine(false);
    waiting = [];
    // The browser reconnects by itself except after a refused request.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => followWorkspace(listener), 1500);
  });

  async function refresh() {
    waiting = [];
    try {
      const state = await fetchState();
      listener.onState(state);
      const late = waiting ?? [];
      waiting = undefined;
      for (const change of late) if (change.revision > state.revision) listener.onChange(change);
      listener.onLine(true);
    } catch {
      // The server went away between the two requests; the stream tries again and so do we.
      listener.onLine(false);
      setTimeout(() => void refresh(), 1500);
    }
  }
}
