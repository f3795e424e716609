/** @import { App } from './app.js' */

import { stateValues } from './blocks/frame.js';
import { asKit } from './blocks/kit.js';
import { renderBlocks } from './blocks/render.js';
import { element } from './element.js';
import { homePlace } from './session.js';
import { viewFrame } from './view-frame.js';

/**
 * The desk's home for the present person, with live buttons.
 * @param {App} app
 */
export function createHomePane(app) {
  const title = element('h1');
  const body = element('div', { class: 'home-body' });
  const node = element(
    'main',
    { class: 'pane home-pane' },
    element(
      'header',
      { class: 'pane-head' },
      element('div', { class: 'pane-title' }, title, element('p', { class: 'topic' }, 'What waits for you')),
    ),
    element('div', { class: 'scroller' }, body),
  );
  let drawnKey = '';
  /** @type {import('./blocks/frame.js').Frame | undefined} */
  let frame;
  return { node, draw };

  function draw() {
    const { me, place } = app.session;
    node.hidden = place !== homePlace;
    if (node.hidden) return;
    title.textContent = `${app.model.people.get(app.model.bot)?.realName ?? 'Muster'} · Home`;
    const view = app.model.homes[me];
    const key = `${me} ${JSON.stringify(view ?? null)}`;
    if (key === drawnKey) return;
    const kept = frame && drawnKey.startsWith(`${me} `) ? stateValues(frame.fields) : {};
    drawnKey = key;
    frame = viewFrame(app, { surface: 'home', pressedIn: () => ({ homeOf: me }), errors: {}, kept });
    const blocks = renderBlocks(asKit(view).blocks, frame);
    const empty = element(
      'p',
      { class: 'empty' },
      'The desk has not drawn your home yet. It does so as soon as it is connected.',
    );
    body.replaceChildren(...(blocks.length > 0 ? blocks : [empty]));
  }
}
