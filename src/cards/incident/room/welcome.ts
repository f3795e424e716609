import type { Incident } from '../../../domain/incident/incident.ts';
import type { Block, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { actor } from '../../team/actor.ts';
import { bold, plain, shortened } from '../../text.ts';
import { briefly, said } from '../timeline/quoted.ts';
import { shortTimeline } from '../timeline/short-timeline.ts';
import type { RoomView } from './room-view.ts';

/** What happened before there was a room fits into so many lines; the rest is in the timeline. */
const mostBefore = 8;

/** The first words in the room: what it is about, what happened before it was there, and how people work here. */
export function welcomeBlocks(incident: Incident, view: RoomView): readonly Block[] {
  const before = shortTimeline(view.log, view);
  const shown = before.slice(-mostBefore);
  const items = shown.map(
    ({ at, who, words }): Line => [
      moment(at, view.timezone, 'time'),
      { text: ' ' },
      actor(who),
      { text: ' ' },
      ...briefly(words, 120),
    ],
  );
  const missing = before.length - shown.length;
  const title = bold(`${incident.id} · ${shortened(said(incident.title), 150)}`);
  const thread: readonly Line[] =
    incident.room.state === 'degraded'
      ? [
          plain(
            'There can be no channel at the moment, so this thread is the room. Everything works here too.',
          ),
        ]
      : [];
  return [
    { type: 'text', lines: [[{ text: '👋 This is the war room of ' }, title], ...thread] },
    {
      type: 'text',
      lines: [
        [
          bold(
            missing > 0 ? `What happened so far (${missing} more in the timeline)` : 'What happened so far',
          ),
        ],
      ],
    },
    { type: 'list', ordered: false, items },
    { type: 'text', lines: [[bold('How we work here')]] },
    { type: 'list', ordered: true, items: howWeWork },
  ];
}

const howWeWork: readonly Line[] = [
  plain(
    'The commander decides, the customer liaison writes to customers. Does nobody have a role? Take it on the card.',
  ),
  plain('Customers hear only what was approved on a draft. What is written here stays here.'),
  plain('The pinned card says where we stand. Change it with its buttons or /ticket war-room.'),
  plain('Say what you are about to do, and what came of it. Pin a message to keep it in the log.'),
  plain('Customers hear from us by the time on the card, also when there is nothing new.'),
];
