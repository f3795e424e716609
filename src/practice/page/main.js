/** @import { PracticeMessage } from '../control.ts' */
/** @import { App } from './app.js' */
import { createApp, openHome } from './app.js';
import { createChannelPane } from './channel-pane.js';
import { element } from './element.js';
import { createHomePane } from './home-pane.js';
import { listenForKeys } from './keyboard.js';
import { refreshTimes } from './live-times.js';
import { createModal } from './modal.js';
import { applyChange, modelFrom, practiceNow } from './model.js';
import { createNotices } from './notices.js';
import { createQuickSwitcher } from './quick-switcher.js';
import { channelsOf, personName } from './reading.js';
import { homePlace, placeFor, readSession, writeSession } from './session.js';
import { createSidebar } from './sidebar.js';
import { followWorkspace } from './stream.js';
import { decodeStored } from './text-code.js';
import { applyTheme } from './theme.js';
import { createThreadPane } from './thread-pane.js';
import { createTopBar } from './top-bar.js';
import { unreadCount } from './unread.js';

applyTheme();
const notices = createNotices();
const waiting = element('p', { class: 'starting', role: 'status' }, 'Opening the practice workspace…');
document.body.append(waiting);
/** @type {App | undefined} */
let app;
let drawNow = () => {};
let isDrawPlanned = false;

followWorkspace({
  onState(state) {
    if (app) {
      app.model = modelFrom(state);
      app.session = placeFor(app.model, app.session);
    } else start(modelFrom(state));
    redraw();
  },
  onChange(change) {
    if (!app) return;
    applyChange(app.model, change);
    if (change.type === 'channel' || change.type === 'channel_removed') stayWhereSeen(app);
    if (change.type === 'message') announce(app, change.message);
    redraw();
  },
  onLine(online) {
    if (app) app.online = online;
    else if (!online) waiting.textContent = 'The practice server does not answer. Trying again…';
    redraw();
  },
});

/** @param {App['model']} model */
function start(model) {
  const session = readSession(model);
  writeSession(session, 'replace');
  const built = createApp({ model, session, redraw, say: notices.say, warn: notices.warn });
  app = built;
  const switcher = createQuickSwitcher(built);
  const parts = [
    createTopBar(built, { openSwitcher: switcher.open }),
    createSidebar(built),
    createChannelPane(built),
    createHomePane(built),
    createThreadPane(built),
    createModal(built),
  ];
  const shade = element('div', {
    class: 'shade',
    on: { click: () => document.body.classList.remove('drawer-open') },
  });
  waiting.remove();
  document.body.append(
    notices.banner,
    ...parts.map((part) => part.node),
    shade,
    switcher.node,
    notices.notices,
    notices.spoken,
  );
  listenForKeys(built, { openSwitcher: switcher.open });
  addEventListener('popstate', () => {
    built.session = readSession(built.model);
    redraw();
  });
  // Another tab may have read messages; coming back to this one reads them here.
  for (const event of ['storage', 'focus']) addEventListener(event, redraw);
  document.addEventListener('visibilitychange', redraw);
  followTime(built);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  if (session.place === homePlace) openHome(built);
  drawNow = () => {
    notices.drawBanner(built);
    for (const part of parts) part.draw();
    refreshTimes(practiceNow(built.model));
    document.title = titleOf(built);
  };
}

/** A channel can close behind the person who looks at it. @param {App} here */
function stayWhereSeen(here) {
  const { place } = here.session;
  here.session = placeFor(here.model, here.session);
  if (here.session.place !== place) writeSession(here.session, 'replace');
}

/** The time goes on when nothing else changes. @param {App} here */
function followTime(here) {
  const minuteNow = () => Math.floor(practiceNow(here.model) / 60_000);
  let drawn = minuteNow();
  setInterval(() => {
    if (minuteNow() === drawn) return;
    drawn = minuteNow();
    redraw();
  }, 1_000);
}

/** Draws once for all changes of the same moment. */
function redraw() {
  if (isDrawPlanned) return;
  isDrawPlanned = true;
  setTimeout(() => {
    isDrawPlanned = false;
    drawNow();
  }, 8);
}

/** Reads a new message of the open place to people who listen. @param {App} here @param {PracticeMessage} message */
function announce(here, message) {
  const { me, place, thread } = here.session;
  const isHere =
    message.channel === place &&
    (!message.threadTs || message.threadTs === thread || message.threadTs === message.ts);
  const isForMe = !message.ephemeralTo || message.ephemeralTo === me;
  if (!isHere || !isForMe || message.user === me || message.deleted || message.edited) return;
  here.say(
    `${personName(here.model, message.user)}: ${decodeStored(here.model, message.text).slice(0, 300)}`,
  );
}

/** @param {App} here */
function titleOf(here) {
  const { me } = here.session;
  const unread = channelsOf(here.model, me).reduce(
    (sum, channel) => sum + unreadCount(here.model, me, channel.id),
    0,
  );
  const place = here.channel()?.name ?? 'Home';
  return `${unread > 0 ? `(${unread}) ` : ''}${place} · ${here.me()?.realName} · Muster practice workspace`;
}
