/** @import { App } from './app.js' */
/** @import { PracticeChannel } from '../control.ts' */
import { ask } from './api.js';
import { avatar } from './avatar.js';
import { arrange, element } from './element.js';
import { icon } from './icon.js';
import { archivedOf, channelsOf, channelTitle } from './reading.js';
import { homePlace } from './session.js';
import { unreadCount } from './unread.js';

/**
 * Channels, direct messages and the desk's home, with what waits in each.
 * @param {App} app
 */
export function createSidebar(app) {
  const lists = element('div', { class: 'sidebar-lists' });
  const node = element('nav', { class: 'sidebar', 'aria-label': 'Channels', id: 'sidebar' }, lists);
  return { node, draw };

  function draw() {
    const mine = channelsOf(app.model, app.session.me);
    const archived = archivedOf(app.model, app.session.me);
    const direct = mine.filter((channel) => channel.kind === 'direct');
    const bot = app.model.people.get(app.model.bot);
    const botName = bot?.realName ?? 'Muster';
    const withDesk = direct.some((channel) => channel.members.includes(app.model.bot));
    keepFocus(lists, () =>
      arrange(lists, [
        list('Desk', [
          row({
            key: homePlace,
            title: `${botName} · Home`,
            mark: icon('home'),
            unread: 0,
            go: () => visit(homePlace),
          }),
        ]),
        list('Channels', mine.filter((channel) => channel.kind !== 'direct').map(channelRow)),
        list('Direct messages', [
          ...direct.map(channelRow),
          ...(withDesk
            ? []
            : [
                row({
                  key: 'new-direct',
                  title: botName,
                  mark: avatar(bot, 'small'),
                  unread: 0,
                  go: openDirect,
                }),
              ]),
        ]),
        ...(archived.length > 0 ? [list('Archived', archived.map(channelRow))] : []),
      ]),
    );
  }

  /** @param {PracticeChannel} channel */
  function channelRow(channel) {
    const other = channel.members.find((member) => member !== app.session.me) ?? app.model.bot;
    const marks = {
      channel: '#',
      private: icon('lock'),
      direct: avatar(app.model.people.get(other), 'small'),
    };
    return row({
      key: channel.id,
      title: channelTitle(app.model, channel, app.session.me),
      mark: channel.archived ? icon('archive') : marks[channel.kind],
      isArchived: channel.archived,
      unread: channel.id === app.session.place ? 0 : unreadCount(app.model, app.session.me, channel.id),
      go: () => visit(channel.id),
    });
  }

  /** @param {{ key: string, title: string, mark: Node | string, unread: number, isArchived?: boolean, go: () => void }} place */
  function row({ key, title, mark, unread, isArchived, go }) {
    const isHere = key === app.session.place;
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: `place${unread > 0 ? ' is-unread' : ''}${isArchived ? ' is-archived' : ''}`,
          'aria-current': isHere ? 'page' : undefined,
          'data-place': key,
          on: { click: go },
        },
        element('span', { class: 'place-mark', 'aria-hidden': 'true' }, mark),
        element('span', { class: 'place-name' }, title),
        unread > 0 &&
          element(
            'span',
            { class: 'count' },
            String(unread),
            element('span', { class: 'hidden-words' }, ' unread'),
          ),
      ),
    );
  }

  /** @param {string} place */
  function visit(place) {
    document.body.classList.remove('drawer-open');
    app.go({ place, thread: undefined });
  }

  function openDirect() {
    void app.attempt(async () => {
      const { channel } = await ask('/control/direct', { as: app.session.me });
      const known = /** @type {PracticeChannel | string} */ (channel);
      const id = typeof known === 'string' ? known : known.id;
      await arrived(id);
      visit(id);
    });
  }

  /** The stream may bring the new channel a moment after the answer. */
  /** @param {string} id */
  async function arrived(id) {
    for (let tries = 0; tries < 40 && !app.model.channels.has(id); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** @param {string} title @param {HTMLElement[]} rows */
function list(title, rows) {
  const empty = rows.length === 0 && element('p', { class: 'sidebar-empty' }, 'None for this person');
  return element('section', {}, element('h2', {}, title), element('ul', {}, ...rows), empty);
}

/** The rows are drawn anew; the one that had the focus keeps it. */
/** @param {HTMLElement} box @param {() => void} draw */
function keepFocus(box, draw) {
  const active = /** @type {HTMLElement | null} */ (
    box.contains(document.activeElement) ? document.activeElement : null
  );
  const key = active?.dataset.place;
  draw();
  if (!key) return;
  const again = [...box.querySelectorAll('[data-place]')].find(
    (row) => /** @type {HTMLElement} */ (row).dataset.place === key,
  );
  /** @type {HTMLElement | undefined} */ (again)?.focus();
}
