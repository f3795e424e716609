/** @import { App } from './app.js' */
import { element } from './element.js';
import { icon } from './icon.js';

const dismissed = 'muster-practice-hint';
const example = 'Checkout fails with error 502 for all our users since 10:00';

/**
 * One line for newcomers: what to try first, and where to look next.
 * @param {App} app
 * @param {(text: string) => void} fill
 */
export function createHint(app, fill) {
  const words = element('p');
  const actions = element('div', { class: 'row' });
  const close = element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss hint', on: { click: dismiss } },
    icon('close'),
  );
  const node = element('div', { class: 'hint' }, words, actions, close);
  return { node, draw };

  function draw() {
    const channel = app.channel();
    const person = app.me();
    const isIntake = channel?.name === 'support';
    node.hidden = localStorage.getItem(dismissed) === 'yes' || !isIntake || !person;
    if (node.hidden || !person) return;
    const first = person.realName.split(' ')[0];
    const triage = [...app.model.channels.values()].find((known) => known.name === 'support-triage');
    const agent = [...app.model.people.values()].find(
      (known) => known.role === 'agent' && triage?.members.includes(known.id),
    );
    words.textContent =
      person.role === 'customer'
        ? `Write as ${first} in #support. The desk answers in the thread.`
        : 'Speak as a customer to ask for help here, or look at the team’s side in #support-triage.';
    actions.replaceChildren(
      ...(person.role === 'customer' ? [chip(`Try it: “${example}”`, () => fill(example))] : []),
      ...(triage && agent
        ? [
            chip(`See the team’s side as ${agent.realName}`, () =>
              app.go({ me: agent.id, place: triage.id, thread: undefined }),
            ),
          ]
        : []),
    );
  }

  function dismiss() {
    localStorage.setItem(dismissed, 'yes');
    draw();
  }
}

/** @param {string} label @param {() => void} click */
function chip(label, click) {
  return element('button', { type: 'button', class: 'chip', on: { click } }, label);
}
