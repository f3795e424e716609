/** @import { App } from './app.js' */
import { isSomethingOpen } from './popover.js';
import { channelsOf } from './reading.js';
import { homePlace } from './session.js';

/**
 * The keys that work everywhere: Alt+↑/↓ for the next channel, Ctrl or Cmd+K to jump, Escape to close.
 * @param {App} app
 * @param {{ openSwitcher: () => void }} doors
 */
export function listenForKeys(app, { openSwitcher }) {
  document.addEventListener('keydown', (event) => {
    const isJump = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    const isStep = event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (isJump) openSwitcher();
    else if (isStep && !isSomethingOpen()) step(app, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape' && !isSomethingOpen()) return leave(app);
    else return;
    event.preventDefault();
  });
}

/** @param {App} app @param {1 | -1} by */
function step(app, by) {
  const mine = channelsOf(app.model, app.session.me);
  const places = [
    homePlace,
    ...mine.filter((channel) => channel.kind !== 'direct').map((channel) => channel.id),
    ...mine.filter((channel) => channel.kind === 'direct').map((channel) => channel.id),
  ];
  const at = places.indexOf(app.session.place);
  const next = places[(at + by + places.length) % places.length];
  if (next) app.go({ place: next, thread: undefined });
}

/** @param {App} app */
function leave(app) {
  if (document.body.classList.contains('drawer-open')) document.body.classList.remove('drawer-open');
  else if (app.session.thread) {
    app.go({ thread: undefined });
    /** @type {HTMLElement | null} */ (document.querySelector('.channel-pane textarea'))?.focus();
  }
}
