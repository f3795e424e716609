import { expect, test } from 'vitest';
import { avoidedSources } from '../../../src/domain/ticket/avoided-sources.ts';
import type { TicketEvent } from '../../../src/domain/ticket/event.ts';
import { aDraft, aMessage, ana, ten } from '../../support/builders.ts';

const stamp = { at: ten, by: ana };
const drafted = (draft: string, ...sources: string[]): TicketEvent => ({
  type: 'drafted',
  draft: aDraft({ draft, sources: sources.map((id) => ({ id, title: id, quote: 'q' })) }),
  ...stamp,
});
const another: TicketEvent = { type: 'draft_requested', ...stamp };
const discarded: TicketEvent = { type: 'draft_discarded', draft: 'd1', ...stamp };
const wroteMore: TicketEvent = { type: 'message_joined', message: aMessage(), ...stamp };
const teamWrote: TicketEvent = { type: 'message_joined', message: aMessage({ from: 'desk' }), ...stamp };

test('another draft avoids what the replaced and the discarded ones rested on', () => {
  const story = [drafted('d1', 'a#1', 'a#2'), discarded, another, drafted('d2', 'T-7'), another];
  expect(avoidedSources(story)).toEqual(['a#1', 'a#2', 'T-7']);
});

test('a draft made anew because the requester wrote more avoids nothing', () => {
  expect(avoidedSources([drafted('d1', 'a#1'), wroteMore])).toEqual([]);
  expect(avoidedSources([drafted('d1', 'a#1'), another, wroteMore, drafted('d2', 'a#1')])).toEqual([]);
});

test('a draft nobody turned down is not avoided, even when a newer one took its place', () => {
  expect(avoidedSources([drafted('d1', 'a#1'), drafted('d2', 'b#1'), another])).toEqual(['b#1']);
});

test('what the team says in the thread does not change the requester’s story', () => {
  expect(avoidedSources([drafted('d1', 'a#1'), another, teamWrote])).toEqual(['a#1']);
});
