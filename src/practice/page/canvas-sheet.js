/** @import { App } from './app.js' */
/** @import { PracticeChannel } from '../control.ts' */
import { element } from './element.js';
import { icon } from './icon.js';
import { markdown } from './markdown.js';

/**
 * The page of a channel, over everything else. It follows what the desk writes while it is open.
 * @param {App} app
 */
export function createCanvasSheet(app) {
  const title = element('h2');
  const body = element('div', { class: 'sheet-body markdown prose', tabindex: 0 });
  const node = element(
    'dialog',
    { class: 'sheet sheet-canvas', on: { click: closeBeside } },
    element(
      'div',
      { class: 'sheet-head' },
      title,
      element(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close', on: { click: () => node.close() } },
        icon('close'),
      ),
    ),
    body,
  );
  let drawnKey = '';
  return { node, open, draw };

  function open() {
    const channel = app.channel();
    if (!channel?.canvas) return;
    show(channel.canvas);
    node.showModal();
    body.scrollTo(0, 0);
    body.focus();
  }

  /** @param {PracticeChannel} channel */
  function draw(channel) {
    if (!node.open) return;
    if (channel.canvas) show(channel.canvas);
    else node.close();
  }

  /** @param {{ title: string, markdown: string }} canvas */
  function show(canvas) {
    const key = JSON.stringify(canvas);
    if (key === drawnKey) return;
    drawnKey = key;
    title.textContent = canvas.title || 'Page';
    node.setAttribute('aria-label', canvas.title || 'Page');
    body.replaceChildren(...markdown(canvas.markdown));
  }

  /** @param {MouseEvent} event */
  function closeBeside(event) {
    if (event.target === node) node.close();
  }
}
