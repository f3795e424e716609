/** @import { App } from './app.js' */
/** @import { PracticeMessage } from '../control.ts' */
import { createChannelClosed } from './channel-closed.js';
import { createChannelHead } from './channel-head.js';
import { createComposer } from './composer.js';
import { element } from './element.js';
import { createHint } from './hint.js';
import { channelMessages, channelTitle } from './reading.js';
import { pendingLines } from './sending.js';
import { createTimeline } from './timeline.js';
import { firstUnread, markRead, unreadThreads } from './unread.js';

/**
 * The middle: one channel or direct conversation.
 * @param {App} app
 */
export function createChannelPane(app) {
  const head = createChannelHead(app, { named, jump });
  const closed = createChannelClosed(app, named);
  const timeline = createTimeline(app, 'channel');
  const composer = createComposer(app, {
    place: 'channel',
    target: () => (app.channel() ? { channel: app.session.place } : undefined),
    label: () => `Write as ${app.me()?.realName.split(' ')[0]} in ${named()}`,
    editLast: timeline.editLastOwn,
  });
  const hint = createHint(app, composer.fill);
  const node = element(
    'main',
    { class: 'pane channel-pane' },
    ...head.nodes,
    timeline.node,
    hint.node,
    closed.node,
    composer.node,
  );
  let openedKey = '';
  /** @type {string | undefined} where "New" stood when this person came here */
  let newFrom;
  return { node, draw };

  function draw() {
    const channel = app.channel();
    node.hidden = channel === undefined;
    if (!channel) return;
    const { me } = app.session;
    const key = `${me}/${channel.id}`;
    if (key !== openedKey) {
      openedKey = key;
      newFrom = firstUnread(app.model, me, channel.id);
    }
    const messages = channelMessages(app.model, channel.id, me);
    head.draw(channel);
    hint.draw();
    composer.draw();
    if (closed.draw()) composer.node.hidden = true;
    timeline.draw({
      key,
      label: `Messages in ${named()}`,
      messages,
      pending: pendingLines(app, { channel: channel.id }),
      newFrom,
      unreadReplies: unreadThreads(app.model, me, channel.id),
      empty:
        channel.kind === 'direct'
          ? 'Say hello. What you write here is only between the two of you.'
          : `This is the beginning of ${named()}.`,
    });
    const seen = { person: me, mark: channel.id, messages };
    // What was just read no longer counts anywhere else on the page.
    if (document.visibilityState === 'visible' && markRead(app.model, seen) === 'newly read') app.redraw();
  }

  /** A reply stands in its thread, everything else here. @param {PracticeMessage} message */
  function jump(message) {
    const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
    if (isReply && message.subtype !== 'thread_broadcast') app.go({ thread: message.threadTs });
    else timeline.reveal(message);
  }

  function named() {
    const channel = app.channel();
    if (!channel) return '';
    const name = channelTitle(app.model, channel, app.session.me);
    return channel.kind === 'channel' ? `#${name}` : name;
  }
}
