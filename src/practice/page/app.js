/** @import { PracticeChannel, PracticeMessage, PracticePerson } from '../control.ts' */
/** @import { Frame } from './blocks/frame.js' */
/** @import { Model } from './model.js' */
/** @import { Names } from './mrkdwn.js' */
/** @import { Session } from './session.js' */
import { ask, askDesk } from './api.js';
import { practiceNow } from './model.js';
import { channelTitle, personName } from './reading.js';
import { homePlace, placeFor, writeSession } from './session.js';

/** A line that was sent and is not back from the server yet, or was refused. */
/** @typedef {{ id: number, as: string, channel: string, threadTs?: string | undefined, text: string, ts?: string, failure?: string }} Pending */

/**
 * What all parts of the page share: the workspace, this tab's session, and how to act.
 * @typedef {{
 *   model: Model, session: Session, online: boolean, pending: Pending[], names: Names,
 *   me: () => PracticePerson | undefined, channel: () => PracticeChannel | undefined,
 *   go: (wish: Partial<Session>) => void, redraw: () => void, say: (text: string) => void, warn: (text: string) => void,
 *   attempt: (work: () => Promise<unknown>) => Promise<void>,
 *   messageFrame: (message: PracticeMessage) => Frame,
 * }} App
 */

/**
 * @param {{ model: Model, session: Session, redraw: () => void, say: (text: string) => void, warn: (text: string) => void }} parts
 * @returns {App}
 */
export function createApp({ model, session, redraw, say, warn }) {
  /** @type {App} */
  const app = {
    model,
    session,
    online: true,
    pending: [],
    redraw,
    say,
    warn,
    names: {
      get me() {
        return app.session.me;
      },
      personName: (id) => personName(app.model, id),
      channelName: (id) => {
        const channel = app.model.channels.get(id);
        return channel ? channelTitle(app.model, channel, app.session.me) : '';
      },
      now: () => practiceNow(app.model),
      openChannel: (id) => app.go({ place: id, thread: undefined }),
    },
    me: () => app.model.people.get(app.session.me),
    channel: () => app.model.channels.get(app.session.place),
    go(wish) {
      const before = app.session;
      app.session = placeFor(app.model, { ...before, ...wish });
      writeSession(app.session, app.session.place === before.place ? 'replace' : 'push');
      if (app.session.place === homePlace && (before.place !== homePlace || before.me !== app.session.me))
        openHome(app);
      redraw();
    },
    async attempt(work) {
      try {
        await work();
      } catch (problem) {
        // Whatever a person tried, the page stays and says what happened.
        warn(problem instanceof Error ? problem.message : 'That did not work.');
      }
    },
    messageFrame: (message) => ({
      surface: 'message',
      names: app.names,
      people: () => [...app.model.people.values()],
      channels: () => [...app.model.channels.values()],
      fields: new Map(),
      errors: {},
      kept: {},
      press: (pressed) =>
        app.attempt(() =>
          askDesk('/control/press', {
            as: app.session.me,
            in: { channel: message.channel, ts: message.ts },
            ...pressed,
          }),
        ),
    }),
  };
  return app;
}

/** Tells the desk that this person looks at its home, so that it draws it anew. @param {App} app */
export function openHome(app) {
  void app.attempt(() => ask('/control/open-home', { as: app.session.me }));
}
