/** @import { App } from './app.js' */
import { createComposer } from './composer.js';
import { element } from './element.js';
import { icon } from './icon.js';
import { channelTitle, threadMessages } from './reading.js';
import { pendingLines } from './sending.js';
import { createTimeline } from './timeline.js';
import { markRead } from './unread.js';

/**
 * The right: one thread and its composer.
 * @param {App} app
 */
export function createThreadPane(app) {
  const where = element('p', { class: 'topic' });
  const timeline = createTimeline(app, 'thread');
  const composer = createComposer(app, {
    place: 'thread',
    target: () =>
      app.channel() && app.session.thread
        ? { channel: app.session.place, threadTs: app.session.thread }
        : undefined,
    label: () => `Reply as ${app.me()?.realName.split(' ')[0]}`,
    editLast: timeline.editLastOwn,
  });
  const close = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Close thread',
      on: { click: () => app.go({ thread: undefined }) },
    },
    icon('close'),
  );
  const node = element(
    'aside',
    { class: 'pane thread-pane', 'aria-label': 'Thread' },
    element(
      'header',
      { class: 'pane-head' },
      element('div', { class: 'pane-title' }, element('h2', {}, 'Thread'), where),
      close,
    ),
    timeline.node,
    composer.node,
  );
  let openedKey = '';
  return { node, draw };

  function draw() {
    const channel = app.channel();
    const { me, thread } = app.session;
    const isOpen = channel !== undefined && thread !== undefined;
    node.hidden = !isOpen;
    document.body.classList.toggle('thread-open', isOpen);
    composer.draw();
    if (!isOpen) {
      openedKey = '';
      return;
    }
    const messages = threadMessages(app.model, { channel: channel.id, threadTs: thread, me });
    const name = channelTitle(app.model, channel, me);
    where.textContent = channel.kind === 'channel' ? `#${name}` : name;
    timeline.draw({
      key: `${me}/${channel.id}/${thread}`,
      label: 'Messages in this thread',
      messages,
      pending: pendingLines(app, { channel: channel.id, threadTs: thread }),
      newFrom: undefined,
      unreadReplies: new Map(),
      empty: 'This thread is empty.',
    });
    const seen = { person: me, mark: `${channel.id}/${thread}`, messages };
    // What was just read no longer counts anywhere else on the page.
    if (document.visibilityState === 'visible' && markRead(app.model, seen) === 'newly read') app.redraw();
    if (openedKey !== thread) {
      openedKey = thread;
      node.querySelector('textarea')?.focus();
    }
  }
}
