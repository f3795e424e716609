/** @import { App, Pending } from './app.js' */
import { ask } from './api.js';
import { askFirst } from './blocks/confirm.js';

/** @typedef {{ channel: string, threadTs?: string | undefined }} Target */
/** @typedef {{ name: string, mimetype: string, contentBase64: string }} Upload */

let sent = 0;

/**
 * Posts what was typed: a line beginning with a known command goes to the desk as a command. The line shows as
 * pending until the server's own copy arrives.
 * @param {App} app
 * @param {{ target: Target, typed: string, files: Upload[], also: 'thread' | 'channel too' }} line
 */
export async function sendLine(app, { target, typed, files, also }) {
  const text = typed.trim();
  if (text.startsWith('/') && files.length === 0) return sendCommand(app, target, text);
  await track(app, { ...target, text: text || files.map((file) => file.name).join(', ') }, () =>
    ask('/control/message', {
      as: app.session.me,
      channel: target.channel,
      text,
      ...(target.threadTs ? { threadTs: target.threadTs } : {}),
      ...(also === 'channel too' ? { also: true } : {}),
      ...(files.length > 0 ? { files } : {}),
    }),
  );
}

/**
 * @param {App} app
 * @param {Target} target
 * @param {string} text
 */
async function sendCommand(app, target, text) {
  const name = text.split(/\s/)[0] ?? '';
  if (!app.model.commands.some(({ command }) => command === name)) {
    app.warn(`${name} is not a command here. Start with a space to send it as a message.`);
    return;
  }
  await track(app, { ...target, text }, async () => {
    // When the desk does not answer, the server says so in the channel, as Slack does.
    await ask('/control/command', { as: app.session.me, channel: target.channel, text });
    return {};
  });
}

/**
 * @param {App} app
 * @param {{ channel: string, threadTs?: string | undefined, text: string }} line
 * @param {() => Promise<Record<string, unknown>>} work
 */
async function track(app, line, work) {
  sent += 1;
  /** @type {Pending} */
  const pending = { id: sent, as: app.session.me, ...line };
  app.pending.push(pending);
  app.redraw();
  try {
    const answer = await work();
    if (typeof answer.ts === 'string') pending.ts = answer.ts;
    else drop(app, pending);
  } catch (problem) {
    // Kept on the page with the reason, so that nothing a person wrote is lost.
    pending.failure = problem instanceof Error ? problem.message : 'Not sent.';
  }
  app.redraw();
}

/**
 * The lines still waiting in a place; those whose message has arrived are let go.
 * @param {App} app
 * @param {Target} target
 * @returns {Pending[]}
 */
export function pendingLines(app, { channel, threadTs }) {
  const arrived = app.pending.filter(
    ({ ts, channel: place }) => ts && app.model.messages.get(place)?.has(ts),
  );
  for (const pending of arrived) drop(app, pending);
  return app.pending.filter(
    (line) => line.channel === channel && line.threadTs === threadTs && line.as === app.session.me,
  );
}

/** @param {App} app @param {Pending} pending */
export function drop(app, pending) {
  app.pending = app.pending.filter((line) => line !== pending);
}

/**
 * Deletes a message after asking.
 * @param {App} app
 * @param {{ channel: string, ts: string }} message
 */
export async function deleteMessage(app, { channel, ts }) {
  const answer = await askFirst({
    title: 'Delete this message?',
    body: ['It disappears for everyone in the conversation.'],
    yes: 'Delete',
    no: 'Keep',
    style: 'danger',
  });
  if (answer === 'yes') await app.attempt(() => ask('/control/delete', { as: app.session.me, channel, ts }));
}
