/** @import { App } from './app.js' */
import { ask } from './api.js';
import { element } from './element.js';

/**
 * What stands in place of the composer where this person cannot write, or has not come in yet.
 * @param {App} app
 * @param {() => string} named
 */
export function createChannelClosed(app, named) {
  const words = element('p');
  const join = element('button', { type: 'button', class: 'button', on: { click: comeIn } }, 'Join');
  const node = element('div', { class: 'channel-closed' }, words, join);
  return { node, draw };

  /** Says whether something is in the way. @returns {boolean} */
  function draw() {
    const channel = app.channel();
    const isOutside =
      channel !== undefined && channel.kind !== 'direct' && !channel.members.includes(app.session.me);
    node.hidden = !channel?.archived && !isOutside;
    join.hidden = channel?.archived === true;
    words.textContent = channel?.archived
      ? `${named()} is archived. It can be read, but nobody can write here.`
      : `You are looking at ${named()}.`;
    return !node.hidden;
  }

  function comeIn() {
    const at = { as: app.session.me, channel: app.session.place };
    void app.attempt(() => ask('/control/member', { ...at, change: 'join' }));
  }
}
