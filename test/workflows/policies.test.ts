import { expect, test } from 'vitest';
import { policyPreview } from '../../handlers/actions/policies.ts';
import { policyApply } from '../../handlers/forms/policies.ts';
import { agentHome } from '../../src/cards/home.ts';
import { noAutonomy } from '../../src/domain/autonomy/autonomy.ts';
import { applyPolicies, noPolicies, PoliciesEvent } from '../../src/domain/sla/policies.ts';
import { policyBook } from '../../src/domain/sla/policy-book.ts';
import { hour, minute } from '../../src/domain/time.ts';
import { askedBy } from '../../src/workflows/change-ticket.ts';
import { loadPolicies, openPolicyBook } from '../../src/workflows/policies.ts';
import {
  askReapply,
  previewReapply,
  reapplyPolicies,
  viewOfPromises,
} from '../../src/workflows/reapply-policies.ts';
import { readText } from '../cards/reading.ts';
import { anEdition, aPolicy, promised } from '../support/an-edition.ts';
import { ana, mia, settings, triageChannel } from '../support/builders.ts';
import { aWorld, openDesk, type TestDesk, type World } from './desk.ts';

const { edition: _edition, since: _since, ...promises } = anEdition();
const quicker = {
  ...promises,
  rules: [aPolicy({ targets: { first_response: promised(hour), total_resolution: promised(8 * hour) } })],
};

/** The desk starts with these promises, as it does with those of its settings. */
async function started(world: World, next: typeof promises): Promise<TestDesk> {
  const opened = await openDesk({ world, settings: { ...settings, policies: policyBook([anEdition()]) } });
  const policies = await openPolicyBook(opened.desk, next);
  return { ...opened, desk: Object.assign(opened.desk, { settings: { ...settings, policies } }) };
}

const mostly = [
  'Where do I change the sender of order mails?',
  'Can I have an invoice for last month?',
  'How do I export my recipes?',
];

/** Tickets sorted under the first promises, then the desk starts again with others. */
async function withTickets(count: number): Promise<{ desk: TestDesk; ids: readonly string[]; world: World }> {
  const world = await aWorld();
  const before = await started(world, promises);
  before.start();
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push(await before.write(`${mostly[index % mostly.length]} (${index})`));
    await before.clock.advance(90_000);
    await before.pass(2500);
  }
  expect(await Promise.all(ids.map(async (id) => editionOf(before, id)))).toEqual(ids.map(() => 1));
  await before.end();
  return { desk: await started(world, quicker), ids, world };
}

const editionOf = async (desk: TestDesk, id: string) => (await desk.ticket(id)).policies?.at(-1)?.edition;
const editionsOf = (desk: TestDesk, ids: readonly string[]) =>
  Promise.all(ids.map((id) => editionOf(desk, id)));
const asManager = (desk: TestDesk, cause = 'press-1') => ({
  ...askedBy(desk.desk, mia, desk.clock.now()),
  role: 'manager' as const,
  cause,
});

async function home(desk: TestDesk): Promise<string> {
  const quality = {
    reliability: desk.desk.experience.reliability(),
    outcomes: [],
    learned: desk.desk.experience.learned(),
    days: 90,
  };
  const lead = { escalations: [], quality, autonomy: noAutonomy, promises: await viewOfPromises(desk.desk) };
  const lists = { mine: [], unassigned: [], atRisk: [], asked: [] };
  return readText(agentHome(lists, { settings: desk.desk.settings, now: desk.clock.now() }, lead).blocks);
}

test('two starts with the same settings make one edition, other settings another', async () => {
  const world = await aWorld();
  for (const next of [promises, promises, quicker, quicker]) {
    const desk = await started(world, next);
    await desk.end();
  }
  const desk = await started(world, quicker);
  const stored = await desk.desk.store.load('policies', 'desk');
  expect(stored?.events).toHaveLength(2);
  expect(desk.desk.settings.policies.current.edition).toBe(2);
});

test('the events of the promises replay to what is stored', async () => {
  const { desk } = await withTickets(2);
  desk.start();
  await askReapply(desk.desk, 2, asManager(desk));
  await desk.pass();
  const stored = await desk.desk.store.load('policies', 'desk');
  const events = (stored?.events ?? []).map((event) => PoliciesEvent.parse(event));
  expect(events.map(({ type }) => type)).toEqual([
    'published',
    'published',
    'reapply_started',
    'reapplied',
    'reapply_ended',
  ]);
  expect(applyPolicies(noPolicies, events)).toEqual(await loadPolicies(desk.desk));
});

test('tickets keep what they were promised when the desk starts with other settings', async () => {
  const { desk, ids } = await withTickets(2);
  const before = await Promise.all(ids.map((id) => desk.ticket(id)));
  desk.start();
  await desk.pass(10 * minute);
  expect(await editionsOf(desk, ids)).toEqual([1, 1]);
  expect((await desk.ticket(ids[0]!)).policies).toEqual(before[0]!.policies);
  const fresh = await desk.write('How do I delete my account?');
  await desk.pass();
  expect(await editionOf(desk, fresh)).toBe(2);
});

test('a manager sees each due time that would move, applies it, and all open tickets run on the edition', async () => {
  const { desk, ids } = await withTickets(3);
  desk.start();
  expect(await home(desk)).toContain('3 open tickets still run on older ones');
  const preview = await previewReapply(desk.desk, asManager(desk));
  expect(preview).toMatchObject({ edition: 2, tickets: 3, unmoved: 0, unread: 0 });
  expect(preview.moves.map(({ due }) => due)).toEqual(preview.moves.map(({ due }) => due).toSorted());
  expect(new Set(preview.moves.map(({ ticket }) => ticket))).toEqual(new Set(ids));

  expect(await askReapply(desk.desk, 2, asManager(desk))).toBeUndefined();
  expect(await home(desk)).toContain('0 of 3 done');
  await desk.pass();
  expect(await editionsOf(desk, ids)).toEqual([2, 2, 2]);
  for (const { ticket, due } of preview.moves.filter(({ target }) => target === 'first_response')) {
    const [summary] = await desk.desk.store.tickets({ ids: [ticket] });
    expect(summary).toMatchObject({ dueTarget: 'first_response', dueAt: due, edition: 2 });
  }
  expect(await home(desk)).toContain('Every open ticket runs on it.');
  const told = desk.shown(triageChannel).filter((text) => text.includes('edition 2 of the promises'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('3 open tickets');
});

test('killed in the middle it finishes after the restart, and no ticket is promised anything twice', async () => {
  const { desk, ids, world } = await withTickets(14);
  await askReapply(desk.desk, 2, asManager(desk));
  const [claim] = await desk.desk.store.claim('timers', {
    now: desk.clock.now(),
    leaseMs: 1000,
    limit: 1,
    without: new Set(['work', 'show', 'clock', 'quiet', 'review_autonomy']),
  });
  expect(claim?.timer.kind).toBe('reapply_policies');
  // Killed after some tickets, before what was done is written down.
  const { store } = desk.desk;
  let left = 4;
  const dying: typeof store = {
    ...store,
    commit: async (change) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return store.commit(change);
    },
  };
  await expect(reapplyPolicies({ ...desk.desk, store: dying }, claim!)).rejects.toThrow('killed');
  await desk.end();

  const again = await started(world, quicker);
  const middle = await editionsOf(again, ids);
  expect(middle.filter((edition) => edition === 2)).toHaveLength(4);
  again.start();
  await again.pass(5000);
  expect(await editionsOf(again, ids)).toEqual(ids.map(() => 2));
  const pins = await Promise.all(ids.map(async (id) => (await again.ticket(id)).policies?.length));
  expect(pins).toEqual(ids.map(() => 2));
  const told = again.shown(triageChannel).filter((text) => text.includes('edition 2 of the promises'));
  expect(told).toHaveLength(1);
});

test('one ticket that cannot be read keeps no other from the edition, nor a manager from looking at it', async () => {
  const { desk, ids } = await withTickets(3);
  const [broken = '', ...others] = ids;
  const stored = await desk.desk.store.load('ticket', broken);
  await desk.desk.store.commit({
    kind: 'ticket',
    id: broken,
    expectedVersion: stored?.version ?? 0,
    events: [],
    state: { id: broken, ofAnotherVersion: true },
    at: desk.clock.now(),
  });
  const preview = await previewReapply(desk.desk, asManager(desk));
  expect(new Set(preview.moves.map(({ ticket }) => ticket))).toEqual(new Set(others));
  await askReapply(desk.desk, 2, asManager(desk));
  desk.start();
  await desk.pass(5000);
  expect(await editionsOf(desk, others)).toEqual([2, 2]);
  expect((await loadPolicies(desk.desk)).reapply?.ended?.how).toBe('done');
});

test('progress is written down piece by piece', async () => {
  const { desk } = await withTickets(14);
  await askReapply(desk.desk, 2, asManager(desk));
  const [claim] = await desk.desk.store.claim('timers', {
    now: desk.clock.now(),
    leaseMs: 1000,
    limit: 1,
    without: new Set(['work', 'show', 'clock', 'quiet', 'review_autonomy']),
  });
  await reapplyPolicies(desk.desk, claim!);
  expect(await home(desk)).toContain('10 of 14 done');
});

test('when the settings change meanwhile it stops, says so, and can be looked at anew', async () => {
  const { desk, ids, world } = await withTickets(2);
  await askReapply(desk.desk, 2, asManager(desk));
  await desk.end();
  const again = await started(world, { ...quicker, rules: [aPolicy({ name: 'third' })] });
  again.start();
  await again.pass();
  expect(await editionsOf(again, ids)).toEqual([1, 1]);
  const [told] = again.shown(triageChannel).filter((text) => text.includes('the settings changed meanwhile'));
  expect(told).toContain('stopped after 0 of 2');
  expect(await home(again)).toContain('2 open tickets still run on older ones');
});

test('an agent who presses or sends it anyway is told that it is for managers, and nothing moves', async () => {
  const { desk, ids } = await withTickets(1);
  const handle = { person: ana };
  const acted = { at: desk.clock.now(), by: ana, handle, keys: ['press-1'] };
  await policyPreview(desk.desk, {
    ...acted,
    type: 'pressed',
    action: 'policy_preview',
    subject: 'policies',
  });
  const context = JSON.stringify({ edition: 2 });
  await policyApply.submit(desk.desk, {
    ...acted,
    type: 'submitted',
    form: 'policy_apply',
    context,
    values: {},
  });
  desk.start();
  await desk.pass();
  const told = desk.chat.answers.map(({ answer }) =>
    answer.show === 'line' ? answer.card.summary : answer.show,
  );
  expect(told).toEqual(Array(2).fill('Only a manager can apply other promises to open tickets.'));
  expect(await editionsOf(desk, ids)).toEqual([1]);
});

test('the edition that is applied must be the one that was looked at', async () => {
  const { desk, ids } = await withTickets(1);
  expect(await askReapply(desk.desk, 1, asManager(desk))).toEqual({ refused: 'outdated' });
  expect(await editionsOf(desk, ids)).toEqual([1]);
});
