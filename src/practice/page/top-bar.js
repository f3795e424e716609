/** @import { App } from './app.js' */
import { avatar } from './avatar.js';
import { createClockControl } from './clock-control.js';
import { element, svg } from './element.js';
import { icon } from './icon.js';
import { moveWithArrows, openPopover } from './popover.js';
import { channelsOf } from './reading.js';
import { isDark, toggleTheme } from './theme.js';
import { unreadCount } from './unread.js';

/**
 * The workspace's name, the jump box, the theme, and who one speaks as.
 * @param {App} app
 * @param {{ openSwitcher: () => void }} doors
 */
export function createTopBar(app, { openSwitcher }) {
  const menu = element(
    'button',
    {
      type: 'button',
      class: 'icon-button only-phone',
      'aria-label': 'Channels',
      'aria-controls': 'sidebar',
      on: { click: toggleDrawer },
    },
    icon('menu'),
  );
  const clock = createClockControl(app);
  const theme = element('button', { type: 'button', class: 'icon-button', on: { click: changeTheme } });
  const speak = element('button', {
    type: 'button',
    class: 'speak-as',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    on: { click: openPeople },
  });
  const jump = element(
    'button',
    { type: 'button', class: 'jump', on: { click: openSwitcher } },
    icon('search'),
    element('span', {}, 'Jump to…'),
    element('kbd', {}, /Mac/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'),
  );
  const node = element(
    'header',
    { class: 'top-bar' },
    menu,
    element(
      'div',
      { class: 'brand' },
      mark(),
      element('span', {}, element('b', {}, 'Muster'), ' practice workspace'),
    ),
    jump,
    clock.node,
    theme,
    speak,
  );
  return { node, draw };

  function draw() {
    clock.draw();
    const person = app.me();
    theme.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
    theme.setAttribute('aria-label', isDark() ? 'Use the light theme' : 'Use the dark theme');
    speak.setAttribute('aria-label', `Speaking as ${person?.realName}, ${person?.note}. Change person`);
    speak.replaceChildren(
      avatar(person, 'small'),
      element(
        'span',
        { class: 'speak-words' },
        element('span', { class: 'speak-name' }, element('small', {}, 'Speaking as '), person?.realName),
        element('small', { class: 'speak-note' }, person?.note),
      ),
      icon('down'),
    );
  }

  function changeTheme() {
    toggleTheme();
    app.redraw();
  }

  function openPeople() {
    const panel = element('div', { class: 'menu people-menu', role: 'menu', 'aria-label': 'Speak as' });
    const close = openPopover(speak, panel);
    for (const person of [...app.model.people.values()].filter((known) => !known.isBot)) {
      const waiting = channelsOf(app.model, person.id).reduce(
        (sum, channel) => sum + unreadCount(app.model, person.id, channel.id),
        0,
      );
      const choose = () => {
        close();
        app.go({ me: person.id });
        app.say(`You now speak as ${person.realName}, ${person.note}.`);
      };
      panel.append(
        element(
          'button',
          {
            type: 'button',
            class: 'menu-item person-item',
            role: 'menuitemradio',
            'aria-checked': String(person.id === app.session.me),
            'data-person': person.id,
            on: { click: choose },
          },
          avatar(person, 'small'),
          element('span', { class: 'person-words' }, person.realName, element('small', {}, person.note)),
          waiting > 0 &&
            element(
              'span',
              { class: 'count' },
              String(waiting),
              element('span', { class: 'hidden-words' }, ' unread'),
            ),
        ),
      );
    }
    moveWithArrows(panel, '.menu-item');
    /** @type {HTMLElement | null} */ (panel.querySelector('[aria-checked="true"]'))?.focus();
  }
}

/** Opens or closes the channel drawer on a phone. */
export function toggleDrawer() {
  document.body.classList.toggle('drawer-open');
  if (document.body.classList.contains('drawer-open')) {
    /** @type {HTMLElement | null} */ (
      document.querySelector('.sidebar [aria-current], .sidebar button')
    )?.focus();
  }
}

function mark() {
  return svg(
    'svg',
    { class: 'brand-mark', viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    svg('rect', { width: 32, height: 32, rx: 9 }),
    svg('path', { d: 'M7 22V11.5c0-1 1.2-1.5 1.9-.8L16 17.5l7.1-6.8c.7-.7 1.9-.2 1.9.8V22' }),
    svg('circle', { cx: 16, cy: 24, r: 1.8 }),
  );
}
