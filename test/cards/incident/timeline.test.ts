import { expect, test } from 'vitest';
import { logCard } from '../../../src/cards/incident/room/log-card.ts';
import { roomPage } from '../../../src/cards/incident/room/room-page.ts';
import { timelineOf } from '../../../src/cards/incident/timeline/timeline.ts';
import { timelineCard } from '../../../src/cards/incident/timeline/timeline-card.ts';
import {
  shortTimelineMarkdown,
  timelineMarkdown,
} from '../../../src/cards/incident/timeline/timeline-markdown.ts';
import { after, ana, ben } from '../../support/builders.ts';
import { readText } from '../reading.ts';
import { declared, led, made, sentUpdate, tickets, told, viewOf } from './a-room.ts';
import { everyEvent, everyKind } from './every-event.ts';

const names = new Map([
  [ana, 'Ana'],
  [ben, 'Ben'],
]);

test('there is one example of every kind of event', () => {
  expect([...new Set(everyEvent.map(({ type }) => type))].toSorted()).toEqual(everyKind.toSorted());
});

test('every kind of event has words, in the timeline and in the file', () => {
  const state = told(...everyEvent);
  const lines = timelineOf(state.log, { timezone: 'UTC' });
  for (const { words } of lines) {
    const text = readText([{ type: 'text', lines: [words] }]);
    expect(text).toMatch(/^[a-z].{3,}/);
    expect(text).not.toMatch(/undefined|\bu\d\b|_/);
  }
  expect(
    timelineMarkdown(state.incident, state.log)
      .split('\n')
      .filter((line) => line.startsWith('- ')),
  ).toHaveLength(everyEvent.length);
});

test('a line of the file has its time in UTC, who, what, its number and where it comes from', () => {
  const state = told(...led);
  expect(timelineMarkdown(state.incident, state.log, names).split('\n')).toEqual([
    '- 2026-11-20 10:00:00 UTC · **Ana** declared the incident “Checkout fails with error 502” as P1, from a ticket, with 2 tickets (#1, button)',
    '- 2026-11-20 10:01:00 UTC · the desk made the room #inc-7-acme-checkout-error-502 (#2, the desk)',
    '- 2026-11-20 10:02:00 UTC · **Ana** is commander (#3, button)',
    '- 2026-11-20 10:03:00 UTC · **Ben** is customer liaison (#4, button)',
    '',
    expect.stringMatching(/^The log is whole: 4 entries, seal [0-9a-f]{12}\.$/),
  ]);
});

test('an update in words agreed beforehand has no empty quotation in the timeline', () => {
  const [drafted] = everyEvent.filter(({ type }) => type === 'update_drafted');
  if (drafted?.type !== 'update_drafted') throw new Error('an update is drafted');
  const { update } = drafted;
  const state = told(...led, { ...drafted, update: { ...update, fields: { ...update.fields, status: '' } } });
  expect(timelineMarkdown(state.incident, state.log)).not.toContain('“”');
});

test('what was written down more than a minute later says so', () => {
  const state = told(...led);
  const late = state.log.map((entry, index) => (index === 2 ? { ...entry, recordedAt: after(9) } : entry));
  expect(timelineOf(late, { timezone: 'UTC' }).map(({ writtenDown }) => writtenDown)).toEqual([
    undefined,
    undefined,
    after(9),
    undefined,
  ]);
  expect(timelineMarkdown(state.incident, late)).toContain(
    '(#3, button, written down later, 20 Nov 10:09 UTC)',
  );
});

test('a log that somebody changed is said to be changed, from which entry on', () => {
  const state = told(...led);
  const changed = state.log.map((entry, index) =>
    index === 2 ? { ...entry, event: { ...entry.event, at: after(8) } } : entry,
  );
  const card = timelineCard(state.incident, { ...viewOf(state), log: changed });
  expect(readText(card.blocks)).toContain('The log is not as it was written, from entry 3 on.');
  expect(timelineMarkdown(state.incident, changed)).toContain('not as it was written**, from entry 3 on');
  expect(readText(timelineCard(state.incident, viewOf(state)).blocks)).toContain('The log is whole');
});

test('the short view leaves the desk’s bookkeeping out and tells a delivery to many in one line', () => {
  const state = told(
    declared({ tickets: tickets(24) }),
    made,
    { type: 'message_stands', key: 'card', channel: 'slack:C9ROOM', message: 'slack:C9ROOM:1' },
    ...sentUpdate(24),
  );
  const text = readText(timelineCard(state.incident, viewOf(state)).blocks);
  expect(text).not.toContain('posted its message');
  expect(text.match(/delivered update 1/g)).toHaveLength(1);
  expect(text).toContain('delivered update 1 to 24 tickets (#30, the desk)');
  expect(shortTimelineMarkdown(state.incident, state.log)).not.toContain('posted its message');
  expect(timelineMarkdown(state.incident, state.log)).toContain('posted its message');
});

test('the message that stands for the page has the newest fifteen lines, and how many came before', () => {
  const notes = Array.from({ length: 500 }, (_, index) => ({
    type: 'noted' as const,
    text: `note ${index + 1}`,
    by: ana,
    source: 'command' as const,
    at: after(5),
  }));
  const refused = { type: 'room_step_refused', step: 'canvas', code: 'x', reason: 'x' } as const;
  const state = told(...led, refused, ...notes);
  const text = readText(logCard(state.incident, viewOf(state)).blocks);
  expect(text).toContain('490 earlier entries');
  expect(text.match(/note \d+/g)).toEqual(Array.from({ length: 15 }, (_, index) => `note ${index + 486}`));
});

test('the page has the facts, the roles, every ticket and the whole timeline; its title gives nothing away', () => {
  const state = told(...led, ...sentUpdate(2, { failed: 1 }));
  const { title, markdown } = roomPage(state.incident, state.log, names);
  expect(title).toBe('INC-7 Checkout fails with error 502');
  expect(markdown).toContain('- commander: **Ana**\n- customer liaison: **Ben**');
  expect(markdown).toContain(
    '- T-1 Acme 1: told 20 Nov 10:11 UTC\n- T-2 Acme 2: could not be told: The thread was deleted.',
  );
  expect(markdown).toContain('## Timeline\n\n- 2026-11-20 10:00:00 UTC');
  const secret = told(declared({ visibility: 'restricted', title: 'Breach at Acme' }));
  expect(roomPage(secret.incident, secret.log).title).toBe('🔒 restricted INC-7');
});
