/** @import { App } from './app.js' */
import { ask } from './api.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { practiceNow } from './model.js';
import { clockWords, dayWords, lengthWords, moves } from './passing-times.js';
import { moveWithArrows, openPopover } from './popover.js';

/**
 * The practice time in the top bar, and a panel in which time can be let pass.
 * @param {App} app
 */
export function createClockControl(app) {
  const day = element('span', { class: 'clock-day' });
  const time = element('span', { class: 'clock-time' });
  const ahead = element('small', { class: 'clock-ahead' });
  const node = element(
    'button',
    {
      type: 'button',
      class: 'clock',
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      on: { click: open },
    },
    icon('clock'),
    day,
    time,
    ahead,
  );
  /** @type {ReturnType<typeof createPanel> | undefined} */
  let panel;
  let wasPassing = false;
  return { node, draw };

  function draw() {
    const now = practiceNow(app.model);
    const { aheadMs, passing } = app.model;
    const lead = lengthWords(aheadMs);
    day.textContent = dayWords(now);
    time.textContent = clockWords(now);
    ahead.textContent = lead && `+${lead}`;
    node.classList.toggle('is-passing', passing !== undefined);
    node.setAttribute(
      'aria-label',
      `Practice time ${momentWords(now)}${lead && `, ${lead} ahead of real time`}. Let time pass`,
    );
    panel?.draw();
    if (wasPassing && !passing) app.say(`It is now ${momentWords(now)}.`);
    wasPassing = passing !== undefined;
  }

  function open() {
    panel = createPanel(app);
    openPopover(node, panel.node, () => {
      panel = undefined;
    });
    panel.draw();
    panel.focus();
  }
}

/** @param {App} app */
function createPanel(app) {
  const title = element('strong', { class: 'clock-title' });
  const lead = element('p', { class: 'clock-lead' });
  const buttons = moves.map(({ label, says, lengthFrom }) =>
    element(
      'button',
      {
        type: 'button',
        class: 'button button-small',
        'aria-label': `${label}. ${says}`,
        on: { click: () => pass(lengthFrom) },
      },
      label,
    ),
  );
  const bar = element('progress', { class: 'clock-bar', max: 1, 'aria-label': 'How much of it has passed' });
  const goal = element('span', { class: 'clock-goal' });
  const stop = element(
    'button',
    { type: 'button', class: 'button button-small', on: { click: stay } },
    'Stop',
  );
  const progress = element('div', { class: 'clock-progress' }, bar, goal, stop);
  const hint = element(
    'p',
    { class: 'clock-hint' },
    'For the desk and for everyone here. What is due on the way happens at its own time.',
  );
  const node = element(
    'div',
    { class: 'clock-panel', role: 'dialog', 'aria-label': 'Let time pass' },
    title,
    lead,
    element('div', { class: 'clock-moves' }, ...buttons),
    progress,
    hint,
  );
  moveWithArrows(node, '.button:not([hidden] *)');
  return { node, draw, focus: () => buttons[0]?.focus() };

  function draw() {
    const now = practiceNow(app.model);
    const { aheadMs, passing } = app.model;
    title.textContent = momentWords(now);
    const words = lengthWords(aheadMs);
    lead.textContent = words ? `${words} ahead of real time` : 'The same as real time';
    if (!passing && document.activeElement === stop) buttons[0]?.focus();
    progress.hidden = !passing;
    hint.hidden = passing !== undefined;
    if (!passing) return;
    bar.value = (now - passing.from) / (passing.until - passing.from);
    goal.textContent = `Until ${momentWords(passing.until)}`;
  }

  /** A press while time is passing adds to it. @param {(fromMs: number) => number} lengthFrom */
  function pass(lengthFrom) {
    const from = app.model.passing?.until ?? practiceNow(app.model);
    void app.attempt(() => ask('/control/pass', { ms: Math.max(1, Math.round(lengthFrom(from))) }));
  }

  function stay() {
    void app.attempt(() => ask('/control/stay', {}));
  }
}

/** @param {number} atMs */
function momentWords(atMs) {
  return `${dayWords(atMs)} ${clockWords(atMs)}`;
}
