import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { Misconfigured } from '../../src/domain/errors.ts';
import { day, hour, minute } from '../../src/domain/time.ts';

const read = (text: string) => readConfig({}, (path) => (path === 'desk.yaml' ? text : undefined));

/** The problems of a desk file, one a line, without its name. */
function problemsOf(text: string): readonly string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    const lines = error.message.split('\n').slice(1);
    return lines.map((line) => line.trim().replace('desk.yaml:', ''));
  }
}

const mistakes: readonly [name: string, text: string, problems: readonly string[]][] = [
  [
    'an unknown plan',
    'sla:\n  - when: { plan: gold }\n    first_response: 1h\n',
    ['2: sla[1].when.plan must be one of enterprise, business, standard (is "gold")'],
  ],
  [
    'a condition nobody knows',
    'sla:\n  - when: { queue: billing }\n    first_response: 1h\n',
    ['2: sla[1].when.queue is not a known key; known are plan, severity, category, channel'],
  ],
  [
    'a channel without its sign',
    'sla:\n  - when: { channel: vip }\n    first_response: 1h\n',
    [
      '2: sla[1].when.channel must be a channel such as "#support" (in quotes, small letters) or a channel id such as C0123ABCD (is "vip")',
    ],
  ],
  [
    'a length of time that is none',
    'sla:\n  - first_response: 7 days\n    next_response: { within: 7 }\n    floor: soon\n',
    [
      '2: sla[1].first_response must be a length of time such as 30s, 15m, 4h, 2d or 1w (is "7 days")',
      '3: sla[1].next_response.within needs a unit; write 7m, 7h or 7d (is 7)',
      '4: sla[1].floor must be a length of time such as 30s, 15m, 4h, 2d or 1w (is "soon")',
    ],
  ],
  [
    'a target without its time',
    'sla:\n  - first_response: { calendar: always }\n',
    ['2: sla[1].first_response.within is missing'],
  ],
  [
    'a mistyped key of a target',
    'sla:\n  - first_response: { within: 1h, calender: always }\n',
    ['2: sla[1].first_response.calender is not a known key; did you mean calendar?'],
  ],
  [
    'a status that cannot pause',
    'sla:\n  - first_resolution: 4h\n    pauses: [open]\n',
    ['3: sla[1].pauses[1] must be one of pending, on_hold (is "open")'],
  ],
  [
    'a warning at the due time',
    'sla:\n  - first_resolution: 4h\n    warn: [50, 100]\n',
    ['3: sla[1].warn[2] must be a whole percentage from 1 to 99 (is 100)'],
  ],
  [
    'a calendar nobody wrote',
    'sla:\n  - calendar: office\n    first_response: 1h\n    next_response: { within: 1h, calendar: night }\ncadence:\n  calendar: weekend\n',
    [
      '2: sla[1].calendar office is not among the calendars',
      '4: sla[1].next_response.calendar night is not among the calendars',
      '6: cadence.calendar weekend is not among the calendars',
    ],
  ],
  [
    'the same tickets twice',
    'sla:\n  - when: { severity: P1 }\n    first_response: 1h\n  - when: { severity: P1 }\n    first_response: 2h\n',
    ['4: sla[2] can never match: sla[1] takes all of its tickets; put it before, or take it out'],
  ],
  [
    'a policy behind one that takes everything',
    'sla:\n  - first_response: 1h\n  - when: { plan: business, channel: "#vip" }\n    first_response: 2h\n',
    ['3: sla[2] can never match: sla[1] takes all of its tickets; put it before, or take it out'],
  ],
  [
    'a policy behind several that together take its tickets',
    'sla:\n  - when: { severity: [P1, P2] }\n    first_response: 1h\n  - when: { severity: [P3, P4] }\n    first_response: 2h\n  - first_response: 3h\n',
    [
      '6: sla[3] can never match: sla[1], sla[2] together take all of its tickets; put it before, or take it out',
    ],
  ],
  [
    'a policy that promises nothing',
    'sla:\n  - when: { severity: P1 }\n    calendar: always\n',
    ['2: sla[1] promises nothing; add first_response or another target'],
  ],
  [
    'warnings that go down',
    'sla:\n  - first_response: 1h\n    warn: [90, 50]\n    next_response: { within: 1h, warn: [50, 50] }\n',
    [
      '3: sla[1].warn must go up, such as [50, 75, 90] (is [90, 50])',
      '4: sla[1].next_response.warn must go up, such as [50, 75, 90] (is [50, 50])',
    ],
  ],
  [
    'a solution that may take longer than all of them',
    'sla:\n  - first_resolution: 2d\n    total_resolution: 1d\n',
    ['2: sla[1].first_resolution 2d is longer than total_resolution 1d'],
  ],
  [
    'two policies of one name',
    'sla:\n  - name: gold\n    when: { plan: enterprise }\n    first_response: 1h\n  - name: gold\n    when: { plan: business }\n    first_response: 1h\n',
    ['5: sla[2] and sla[1] are both called gold; give one another name'],
  ],
  [
    'a name that another policy has by itself',
    'sla:\n  - when: { plan: enterprise, severity: P1 }\n    first_response: 1h\n  - name: enterprise P1\n    when: { plan: business }\n    first_response: 1h\n',
    ['4: sla[2] and sla[1] are both called enterprise P1; give one another name'],
  ],
  [
    'a promise of no time and one of years',
    'sla:\n  - first_response: 0m\n    total_resolution: 200w\ncadence:\n  P2: 0h\n  business: { P3: 0s }\n',
    [
      '2: sla[1].first_response must be longer than nothing (is "0m")',
      '3: sla[1].total_resolution must be at most 52w (is "200w")',
      '5: cadence.P2 must be longer than nothing (is "0h")',
      '6: cadence.business.P3 must be longer than nothing (is "0s")',
    ],
  ],
  [
    'an unknown severity of the cadence',
    'cadence:\n  P1: 60m\n  P5: 1d\n  enterprise: { P9: 1h }\n',
    [
      '3: cadence.P5 is not a known key; did you mean P1?',
      '4: cadence.enterprise.P9 is not a known key; did you mean P1?',
    ],
  ],
  [
    'a cadence that is no time',
    'cadence:\n  P1: never\n  P4: seldom\n',
    [
      '2: cadence.P1 must be a length of time such as 30s, 15m, 4h, 2d or 1w (is "never")',
      '3: cadence.P4 must be a length of time such as 24h, or never (is "seldom")',
    ],
  ],
  [
    'a critical outage in silence',
    'cadence:\n  P1: 2h\n  standard: { P1: 61m }\n',
    [
      '2: cadence.P1 is 2h; while something critical is broken, customers must hear from the desk every 60m at least, or they take silence for neglect',
      '3: cadence.standard.P1 is 61m; while something critical is broken, customers must hear from the desk every 60m at least, or they take silence for neglect',
    ],
  ],
  [
    'a policy that is seldom heard from also in a critical outage',
    'sla:\n  - when: { plan: enterprise }\n    next_update: 24h\n',
    [
      '3: sla[1].next_update is 24h; while something critical is broken, customers must hear from the desk every 60m at least, or they take silence for neglect; give P1 a policy of its own',
    ],
  ],
];

test.each(mistakes)('%s is reported with its line', (_name, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('all mistakes of the promises are reported together', () => {
  const text =
    'sla:\n  - name: all\n    first_response: 0h\n    first_resolution: { within: 2d, calendar: office }\n  - name: all\n    when: { plan: business }\n    warn: [90, 50]\ncadence:\n  P1: 3h\n';
  expect(problemsOf(text)).toEqual([
    '3: sla[1].first_response must be longer than nothing (is "0h")',
    '4: sla[1].first_resolution.calendar office is not among the calendars',
    '5: sla[2] and sla[1] are both called all; give one another name',
    '5: sla[2] promises nothing; add first_response or another target',
    '5: sla[2] can never match: sla[1] takes all of its tickets; put it before, or take it out',
    '7: sla[2].warn must go up, such as [50, 75, 90] (is [90, 50])',
    expect.stringMatching(/^9: cadence\.P1 is 3h;/),
  ]);
});

const fine: readonly [name: string, text: string][] = [
  [
    'a policy whose tickets are only partly taken before',
    'sla:\n  - when: { severity: P1 }\n    first_response: 1h\n  - when: { severity: [P1, P2] }\n    first_response: 2h\n',
  ],
  [
    'a policy for a channel before the one for every place',
    'sla:\n  - when: { channel: ["#vip", C0123ABCD] }\n    first_response: 1h\n  - first_response: 2h\n',
  ],
  [
    'a first solution in working hours beside one around the clock',
    'calendars:\n  office: { week: { mon: ["09:00-17:00"] } }\nsla:\n  - first_resolution: 16h\n    total_resolution: { within: 8h, calendar: office }\n',
  ],
  [
    'rare updates where another policy takes what is critical',
    'sla:\n  - when: { severity: P1 }\n    first_response: 1h\n  - next_update: 2d\n',
  ],
  ['tickets nobody is told about', 'cadence:\n  P4: never\n  business: { P3: never }\n'],
];

test.each(fine)('%s is no mistake', (_name, text) => {
  expect(problemsOf(text)).toEqual([]);
});

test('a calendar nobody wrote is reported together with whatever else is wrong', () => {
  const text =
    'calendars:\n  office: { week: { mon: ["09:00-17:00"] } }\nsla:\n  - first_response: 3\n    calendar: offic\n' +
    '    next_response: { within: 1h, calendar: night }\ncadence: { P1: soon, calendar: Office }\n';
  expect(problemsOf(text)).toEqual([
    '4: sla[1].first_response needs a unit; write 3m, 3h or 3d (is 3)',
    '5: sla[1].calendar offic is not among the calendars; did you mean office?',
    '6: sla[1].next_response.calendar night is not among the calendars',
    '7: cadence.P1 must be a length of time such as 30s, 15m, 4h, 2d or 1w (is "soon")',
    '7: cadence.calendar Office is not among the calendars; did you mean office?',
  ]);
});

test('a wrong calendar is one mistake, not one for each policy that uses it', () => {
  const text = 'calendars:\n  office: 8\nsla:\n  - first_response: 1h\n    calendar: office\n';
  expect(problemsOf(text)).toEqual(['2: calendars.office must be a group of keys (is 8)']);
});

test('without a desk file every plan and severity is promised something, and all is solved in under a day', () => {
  const { sla, cadence } = readConfig({}, () => undefined);
  expect(sla).toHaveLength(12);
  expect(sla[0]).toMatchObject({
    when: { plan: ['enterprise'], severity: ['P1'] },
    first_response: { within: { ms: 15 * minute } },
    total_resolution: { within: { ms: 4 * hour } },
  });
  const widest = Math.max(...sla.map(({ total_resolution }) => total_resolution?.within.ms ?? Infinity));
  expect(widest).toBeLessThan(day);
  expect([cadence.P1, cadence.P2, cadence.P3, cadence.P4]).toMatchObject([
    { ms: hour },
    { ms: day },
    { ms: 2 * day },
    { ms: 7 * day },
  ]);
});

test('one interval of the cadence can be set without the others', () => {
  const { cadence } = read('cadence: { P1: 30m }\n');
  expect(cadence).toMatchObject({ P1: { text: '30m' }, P2: { text: '24h' }, calendar: 'always' });
});
