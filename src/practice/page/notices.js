/** @import { App } from './app.js' */
import { element } from './element.js';
import { icon } from './icon.js';

/** Long enough to read two lines, short enough not to cover the composer. */
const shownMs = 7000;

/** What the page tells people beside the messages: a plain banner, short notices, and words for screen readers. */
export function createNotices() {
  const banner = element('div', { class: 'banner', role: 'status', hidden: true });
  const notices = element('div', { class: 'notices', role: 'status' });
  const spoken = element('div', { class: 'hidden-words', 'aria-live': 'polite' });
  return { banner, notices, spoken, say, warn, drawBanner };

  /** Tells screen readers only. @param {string} text */
  function say(text) {
    spoken.textContent = '';
    // A separate turn, so that the same words twice are read twice.
    setTimeout(() => {
      spoken.textContent = text;
    }, 30);
  }

  /** Shows a short notice. @param {string} text */
  function warn(text) {
    const close = () => notice.remove();
    const notice = element(
      'div',
      { class: 'notice' },
      text,
      element(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss', on: { click: close } },
        icon('close'),
      ),
    );
    notices.append(notice);
    setTimeout(close, shownMs);
  }

  /** @param {App} app */
  function drawBanner(app) {
    const words = bannerWords(app);
    banner.hidden = words === '';
    if (banner.textContent !== words) banner.textContent = words;
  }
}

/** @param {App} app */
function bannerWords(app) {
  if (!app.online) return 'The practice server does not answer. Trying again…';
  const { desk } = app.model;
  if (!desk || desk.connected) return '';
  return `The desk is not connected. Messages wait until it is back. ${desk.detail}`.trim();
}
