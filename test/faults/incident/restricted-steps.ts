import fc from 'fast-check';
import { actions } from '../../../handlers/actions/index.ts';
import { forms } from '../../../handlers/forms/index.ts';
import { warRoomCommands } from '../../../handlers/war-room/index.ts';
import { Refused, Unreachable } from '../../../src/domain/errors.ts';
import { minute, second } from '../../../src/domain/time.ts';
import { loadIncident } from '../../../src/workflows/incident/change-incident.ts';
import { ana, ben, dana, eve, mia } from '../../support/builders.ts';
import type { MemoryDesk } from '../../support/memory-desk.ts';

/** Works at the desk and has no part in it: nobody is asked who is not named for a part. */
export const outsiders = ['slack:U6OUT', 'slack:U7OFF', 'slack:U8FAR'] as const;
const strangers = [...outsiders, dana, eve] as const;

/** Stands in everything that is said of the incident inside it, and in the title. */
export const secret = 'zeppelin';
export const titleSecret = 'quokka';

const codes = [
  'is_archived',
  'channel_not_found',
  'restricted_action',
  'name_taken',
  'not_in_channel',
  'internal',
];
const verbs = ['create', 'invite', 'topic', 'pin', 'bookmark', 'page', 'upload', 'archive', 'state'] as const;

export type Step =
  | { readonly do: 'inside'; readonly person: string; readonly text: string }
  | { readonly do: 'outside'; readonly person: string; readonly text: string }
  | {
      readonly do: 'press';
      readonly person: string;
      readonly action: string;
      readonly value: string | undefined;
    }
  | { readonly do: 'form'; readonly person: string; readonly form: string }
  | { readonly do: 'home'; readonly person: string }
  | { readonly do: 'fail'; readonly verb: (typeof verbs)[number] | 'post' | 'update'; readonly code: string }
  | { readonly do: 'room'; readonly change: 'archived' | 'deleted' | 'renamed' }
  | { readonly do: 'pass'; readonly minutes: number };

const insideWords = [
  `INC-1 status identified The ${secret} database is full`,
  `INC-1 status monitoring The ${secret} is replaced`,
  `INC-1 impact the ${secret} shop of Acme, since 09:55, not affected: logins`,
  `INC-1 note ${secret} was restarted`,
  `INC-1 task me look at ${secret}`,
  `INC-1 internal`,
  `INC-1 severity P2 the ${secret} works again in part`,
  `INC-1 update We work on the ${secret} of your shop.`,
  `INC-1 attach T-3`,
  `INC-1 detach T-2`,
  `INC-1 merge INC-2`,
  `INC-2 merge INC-1`,
  `INC-1 timeline`,
  `INC-1 cancel the ${secret} was a test`,
  `INC-1 reopen the ${secret} is back`,
  `INC-1 snooze 10 we wait for ${secret}`,
  `INC-1 role commander me`,
  `INC-1 repair`,
];
const outsideWords = [
  ...Object.keys(warRoomCommands).flatMap((word) => [
    `war-room INC-1 ${word}`,
    `war-room INC-1 ${word} T-3 more words`,
  ]),
  'war-room list',
  'war-room numbers',
  'war-room INC-1',
  'war-room T-1',
  'war-room T-3 T-1',
  'war-room INC-2 merge INC-1',
  'war-room drill',
  'list',
  'show T-1',
  'show T-2',
  'search database restarted replaced',
  `search ${titleSecret}`,
  'search INC-1',
  'due T-1',
  'T-1',
];

const person = fc.constantFrom(...strangers);
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('inside' as const),
      person: fc.constantFrom(ana, ben, mia),
      text: fc.constantFrom(...insideWords),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('outside' as const),
      person,
      text: fc.constantFrom(...outsideWords),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      person: fc.oneof(person, fc.constantFrom(ana, ben, mia)),
      action: fc.constantFrom(...Object.keys(actions)),
      value: fc.constantFrom(
        undefined,
        'commander',
        'liaison',
        'u1',
        'u2',
        'INC-1',
        'INC-2',
        'T-1',
        'note',
        'impact',
        'identified',
        '10',
        'u1:T-1',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('form' as const),
      person,
      form: fc.constantFrom(...Object.keys(forms)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('home' as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      verb: fc.constantFrom(...verbs, 'post' as const, 'update' as const),
      code: fc.constantFrom(...codes),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('room' as const),
      change: fc.constantFrom('archived' as const, 'deleted' as const, 'renamed' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(0.2, 1, 3, 6, 25) }),
  },
);

export async function play(desk: MemoryDesk, step_: Step): Promise<void> {
  switch (step_.do) {
    case 'inside':
      await desk.command(step_.person, `war-room ${step_.text}`);
      break;
    case 'outside':
      await desk.command(step_.person, step_.text);
      break;
    case 'press': {
      const { action, value } = step_;
      for (const subject of ['INC-1', 'T-1'])
        await desk.press(step_.person, { action, subject, ...(value === undefined ? {} : { value }) });
      break;
    }
    case 'form': {
      const context = JSON.stringify({ incident: 'INC-1', ticket: 'T-3', id: 'INC-1' });
      const values = {
        text: 'words',
        reason: 'words',
        to: 'identified',
        person: step_.person,
        into: 'INC-1',
        ticket: 'T-3',
        incident: 'INC-1',
        dataLoss: 'no',
        reviewOwner: step_.person,
        status: 'words',
        role: 'commander',
      };
      await desk.submit(step_.person, { form: step_.form, context, values }).catch(() => undefined);
      break;
    }
    case 'home': {
      const base = { keys: [`home ${desk.clock.now()} ${Math.random()}`], at: desk.clock.now() };
      await desk.deliver({
        type: 'home_opened',
        ...base,
        by: step_.person,
        handle: { person: step_.person },
      });
      break;
    }
    case 'fail': {
      const error =
        step_.code === 'internal'
          ? new Unreachable('no answer', { unknownOutcome: true })
          : new Refused(`Slack says ${step_.code}.`, step_.code);
      if (step_.verb === 'post' || step_.verb === 'update') desk.chat.failNext(step_.verb, error);
      else desk.rooms.failNext(step_.verb, error);
      break;
    }
    case 'room': {
      const { channel } = (await loadIncident(desk, 'INC-1'))?.room ?? {};
      const room = channel === undefined ? undefined : desk.rooms.rooms.get(channel);
      if (channel === undefined || !room) break;
      if (step_.change !== 'renamed') room.state = step_.change === 'archived' ? 'archived' : 'gone';
      const base = { keys: [`room ${desk.clock.now()} ${Math.random()}`], at: desk.clock.now() };
      await desk.deliver({
        type: 'channel_changed',
        ...base,
        change: step_.change,
        channel,
        by: ben,
        ...(step_.change === 'renamed' ? { name: 'inc-1-other' } : {}),
      });
      break;
    }
    case 'pass':
      await desk.pass(step_.minutes * minute, Math.max(5 * second, (step_.minutes * minute) / 6));
      return;
  }
  await desk.pass(2 * second, second);
}
