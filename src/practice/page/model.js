/** @import { PracticeChange, PracticeChannel, PracticeMessage, PracticePerson, PracticeState, PracticeView } from '../control.ts' */

/**
 * What the page knows of the workspace, indexed for drawing.
 * @typedef {{
 *   team: PracticeState['team'], bot: string,
 *   people: Map<string, PracticePerson>, channels: Map<string, PracticeChannel>,
 *   messages: Map<string, Map<string, PracticeMessage>>,
 *   views: PracticeView[], homes: Record<string, unknown>,
 *   commands: PracticeState['commands'], shortcuts: PracticeState['shortcuts'],
 *   desk: { connected: boolean, detail: string } | undefined,
 *   clockSkewMs: number, aheadMs: number, passing: PracticeState['passing'],
 * }} Model
 */

/**
 * @param {PracticeState} state
 * @returns {Model}
 */
export function modelFrom(state) {
  const model = {
    team: state.team,
    bot: state.bot,
    people: new Map(state.people.map((person) => [person.id, person])),
    channels: new Map(state.channels.map((channel) => [channel.id, channel])),
    messages: new Map(),
    views: [...state.views],
    homes: { ...state.homes },
    commands: state.commands,
    shortcuts: state.shortcuts,
    desk: state.desk,
    clockSkewMs: state.now - Date.now(),
    aheadMs: state.aheadMs,
    passing: state.passing,
  };
  for (const message of state.messages) putMessage(model, message);
  return model;
}

/**
 * Applies one change of the stream.
 * @param {Model} model
 * @param {PracticeChange} change
 */
export function applyChange(model, change) {
  switch (change.type) {
    case 'message':
      return putMessage(model, change.message);
    case 'message_removed':
      return removeMessage(model, change.channel, change.ts);
    case 'channel':
      return void model.channels.set(change.channel.id, change.channel);
    case 'channel_removed':
      model.channels.delete(change.id);
      model.messages.delete(change.id);
      return;
    case 'view':
      return putView(model, change.view);
    case 'view_closed':
      model.views = model.views.filter((view) => view.id !== change.id);
      return;
    case 'home':
      model.homes[change.user] = change.view;
      return;
    case 'desk':
      model.desk = { connected: change.connected, detail: change.detail };
      return;
    case 'clock':
      model.clockSkewMs = change.now - Date.now();
      model.aheadMs = change.aheadMs;
      model.passing = change.passing;
  }
}

/** The practice clock now, in ms. @param {Model} model */
export function practiceNow(model) {
  return Date.now() + model.clockSkewMs;
}

/**
 * One message's identity on the page: a private note may share its timestamp with another person's.
 * @param {PracticeMessage} message
 */
export function messageKey(message) {
  return message.ephemeralTo ? `${message.ts}/${message.ephemeralTo}` : message.ts;
}

/** @param {Model} model @param {PracticeMessage} message */
function putMessage(model, message) {
  const known = model.messages.get(message.channel) ?? new Map();
  known.set(messageKey(message), message);
  model.messages.set(message.channel, known);
}

/** @param {Model} model @param {string} channel @param {string} ts */
function removeMessage(model, channel, ts) {
  const known = model.messages.get(channel);
  for (const key of known?.keys() ?? []) if (key.split('/')[0] === ts) known?.delete(key);
}

/** @param {Model} model @param {PracticeView} view */
function putView(model, view) {
  const at = model.views.findIndex((known) => known.id === view.id);
  if (at < 0) model.views.push(view);
  else model.views[at] = view;
}
