import { describe, expect, test } from 'vitest';
import { policyForm } from '../../src/cards/forms/policy-form.ts';
import { policyBlocks, reappliedCard } from '../../src/cards/team/policy-blocks.ts';
import type { DueMove } from '../../src/domain/sla/due-moves.ts';
import type { Reapply } from '../../src/domain/sla/policies.ts';
import { after, mia, settings, ten } from '../support/builders.ts';
import { itemsOf, readText } from './reading.ts';

const running: Reapply = { edition: 1, by: mia, at: ten, all: 240, waiting: Array(223).fill('T-1') };
const done: Reapply = { ...running, waiting: [], ended: { at: after(2), how: 'done' } };
const overtaken: Reapply = { ...running, ended: { at: after(2), how: 'overtaken' } };

const home = (older: number, reapply?: Reapply) => policyBlocks({ older, reapply }, settings);

describe('on a manager’s home', () => {
  test.each<[string, number, Reapply | undefined, string]>([
    ['nobody on an older edition', 0, undefined, 'Every open ticket runs on it.'],
    ['one ticket', 1, undefined, '1 open ticket still runs on older ones, as promised when it was sorted.'],
    [
      'many tickets',
      1240,
      undefined,
      '1,240 open tickets still run on older ones, as promised when they were sorted.',
    ],
    ['under way', 223, running, '17 of 240 done'],
    ['done', 0, done, 'Edition 1 was applied to 240 open tickets by'],
    ['stopped', 223, overtaken, 'Edition 1 was not applied to all of 240 open tickets by'],
  ])('%s', (_name, older, reapply, words) => {
    expect(readText(home(older, reapply))).toContain(words);
    expect(readText(home(older, reapply))).toContain('Promises · edition 1, since ');
  });

  test('what would change can be looked at where something could, and not while it is being done', () => {
    const labels = (older: number, reapply?: Reapply) =>
      itemsOf(home(older, reapply)).map(({ label }) => label);
    expect(labels(3)).toEqual(['See what would change']);
    expect(labels(3, overtaken)).toEqual(['See what would change']);
    expect(labels(0, done)).toEqual([]);
    expect(labels(223, running)).toEqual([]);
  });
});

test('the team is told who put which tickets on which edition, or why it stopped', () => {
  expect(readText(reappliedCard(done).blocks)).toContain('put 240 open tickets on edition 1 of the promises');
  expect(readText(reappliedCard(overtaken).blocks)).toContain(
    'stopped after 17 of 240 open tickets: the settings changed meanwhile',
  );
});

const move = (ticket: number, given: Partial<DueMove> = {}): DueMove => ({
  ticket: `T-${ticket}`,
  target: 'first_response',
  was: after(60),
  due: after(30),
  ...given,
});
const none = { edition: 2, tickets: 0, moves: [], unmoved: 0, unread: 0 };

describe('the form with what would change', () => {
  test('names ticket, target, old and new due time, and whether that is sooner', () => {
    const later = after(90);
    const moves = [
      move(1),
      move(2, { target: 'total_resolution', due: later }),
      move(3, { was: undefined }),
      move(4, { target: 'first_resolution', due: later, was: later, stays: true }),
    ];
    const form = policyForm({ ...none, tickets: 6, moves, unmoved: 3 }, 'Europe/Berlin');
    const text = readText(form.blocks);
    expect(form).toMatchObject({ submit: 'Apply to 6 tickets', context: '{"edition":2}' });
    expect(text).toContain('3 due times of 3 tickets would move: 1 sooner, 1 later, 1 new');
    expect(text).toContain('3 tickets would keep every due time.');
    expect(text).toMatch(/T-1 first answer · .+ → .+ · sooner/);
    expect(text).toMatch(/T-2 solution · .+ → .+ · later/);
    expect(text).toMatch(/T-3 first answer · not promised so far → .+ · new/);
    expect(text).toMatch(/T-4 solution · [^·→]+ · no longer promised, stays as it was/);
    expect(text).toContain('1 due time no longer promised');
  });

  test('is cut where there are too many, and says how many more there are', () => {
    const moves = Array.from({ length: 1240 }, (_, index) => move(index));
    const text = readText(policyForm({ ...none, tickets: 1240, moves }, 'UTC').blocks);
    expect(text).toContain('1,240 due times of 1,240 tickets would move: 1,240 sooner');
    expect(text).toContain('and 1,200 due times more, all due after these');
    expect(text.match(/ → /g)).toHaveLength(40);
  });

  test('says how many tickets were not looked at', () => {
    const text = readText(
      policyForm({ ...none, tickets: 1501, moves: [], unmoved: 1500, unread: 1 }, 'UTC').blocks,
    );
    expect(text).toContain('No due time moves');
    expect(text).toContain('1 ticket was not looked at');
  });

  test('has nothing to send when every ticket runs on the edition', () => {
    const form = policyForm(none, 'UTC');
    expect(form.submit).toBeUndefined();
    expect(readText(form.blocks)).toContain('There is nothing to apply.');
  });

  test('fits the title of a form', () => {
    expect(policyForm({ ...none, edition: 1234 }, 'UTC').title.length).toBeLessThanOrEqual(24);
    expect(
      (policyForm({ ...none, tickets: 12_345, unmoved: 12_345 }, 'UTC').submit ?? '').length,
    ).toBeLessThanOrEqual(24);
  });
});
