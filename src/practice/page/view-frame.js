/** @import { App } from './app.js' */
/** @import { Frame, StateValues } from './blocks/frame.js' */
/** @import { PressedIn } from '../control.ts' */
import { askDesk } from './api.js';
import { stateValues } from './blocks/frame.js';

/**
 * The frame of a modal or of the home, whose inputs have state.
 * @param {App} app
 * @param {{ surface: 'modal' | 'home', pressedIn: () => PressedIn, errors: Readonly<Record<string, string>>, kept: StateValues }} view
 * @returns {Frame}
 */
export function viewFrame(app, { surface, pressedIn, errors, kept }) {
  /** @type {Frame} */
  const frame = {
    surface,
    names: app.names,
    people: () => [...app.model.people.values()],
    channels: () => [...app.model.channels.values()],
    fields: new Map(),
    errors,
    kept,
    press: (pressed) =>
      app.attempt(() =>
        askDesk('/control/press', {
          as: app.session.me,
          in: pressedIn(),
          values: stateValues(frame.fields),
          ...pressed,
        }),
      ),
  };
  return frame;
}
