import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { Misconfigured } from '../../src/domain/errors.ts';
import { day } from '../../src/domain/time.ts';

const read = (text: string, env: Record<string, string> = {}) =>
  readConfig(env, (path) => (path === 'desk.yaml' ? text : undefined));

/** The problems of a desk file, one a line. */
function problemsOf(text: string, env: Record<string, string> = {}): readonly string[] {
  try {
    read(text, env);
    return [];
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
}

const mistakes: readonly [name: string, text: string, problems: readonly string[]][] = [
  [
    'an unknown section',
    'desk: {}\nchanels: {}\n',
    ['desk.yaml:2: chanels is not a known key; did you mean channels?'],
  ],
  [
    'an unknown key inside a section',
    'automation:\n  draft: true\n  colour: red\n',
    [
      'desk.yaml:3: automation.colour is not a known key; known are draft, auto_send, auto_send_after, auto_send_delay, confidence, agent_messages_open_tickets, quiet_close_after, reopen_within',
    ],
  ],
  [
    'an unknown key in a list',
    'queues:\n  - name: billing\n    when: { category: billing }\n    chanel: "#billing"\n',
    ['desk.yaml:4: queues[1].chanel is not a known key; did you mean channel?'],
  ],
  ['a wrong type', 'desk:\n  name: 12\n', ['desk.yaml:2: desk.name must be text (is 12)']],
  [
    'text for a switch',
    'automation:\n  draft: "yes"\n',
    ['desk.yaml:2: automation.draft must be true or false (is "yes")'],
  ],
  [
    'one value for a list',
    'channels:\n  intake: "#support"\n',
    ['desk.yaml:2: channels.intake must be a list (is "#support")'],
  ],
  ['a list for a section', 'people:\n  - ana@acme.test\n', ['desk.yaml:1: people must be a group of keys']],
  ['a duplicate key', 'desk:\n  name: A\n  name: B\n', ['desk.yaml:3: this key is there twice; keep one']],
  [
    'an unknown time zone',
    'desk:\n  name: A\n  timezone: Europe/Berln\n',
    ['desk.yaml:3: desk.timezone must be a time zone such as Europe/Berlin or UTC (is "Europe/Berln")'],
  ],
  [
    'a bad length of time',
    'automation:\n  reopen_within: 7 days\n',
    [
      'desk.yaml:2: automation.reopen_within must be a length of time such as 30s, 15m, 4h, 2d or 1w (is "7 days")',
    ],
  ],
  [
    'a length of time without its unit',
    'automation:\n  quiet_close_after: 3\n  reopen_within: "7"\n',
    [
      'desk.yaml:2: automation.quiet_close_after needs a unit; write 3m, 3h or 3d (is 3)',
      'desk.yaml:3: automation.reopen_within needs a unit; write 7m, 7h or 7d (is "7")',
    ],
  ],
  [
    'a channel without its sign',
    'channels:\n  triage: support-triage\n',
    [
      'desk.yaml:2: channels.triage must be a channel such as "#support" (in quotes, small letters) or a channel id such as C0123ABCD (is "support-triage")',
    ],
  ],
  [
    'a channel name that YAML took for a comment',
    'channels:\n  triage: #support-triage\n',
    ['desk.yaml:2: channels.triage is empty; a value that begins with # must be in quotes'],
  ],
  [
    'a person who is neither address nor id',
    'people:\n  agents:\n    - ana@acme.test\n    - Ana\n',
    [
      'desk.yaml:4: people.agents[2] must be an e-mail address, a user id such as U0123ABCD or a group such as "@support" (is "Ana")',
    ],
  ],
  [
    'a queue without a name',
    'queues:\n  - name: billing\n    when: { category: billing }\n  - when: { category: bug }\n',
    ['desk.yaml:4: queues[2].name is missing'],
  ],
  [
    'an unknown category',
    'queues:\n  - name: billing\n    when:\n      category: bills\n',
    [
      'desk.yaml:4: queues[1].when.category must be one of billing, technical, account, feature_request, bug (is "bills")',
    ],
  ],
  [
    'two queues that take everything',
    'queues:\n  - name: one\n  - name: two\n',
    ['desk.yaml:3: queues one and two both take everything; give one of them a when'],
  ],
  [
    'two queues of one name',
    'queues:\n  - name: one\n    when: { category: bug }\n  - name: one\n    when: { category: billing }\n',
    ['desk.yaml:4: there are two queues named one'],
  ],
  [
    'a number out of range',
    'automation:\n  confidence: 75\n',
    ['desk.yaml:2: automation.confidence must be a number from 0 to 1 (is 75)'],
  ],
  [
    'sending without a person',
    'automation:\n  auto_send: always\n',
    ['desk.yaml:2: automation.auto_send must be never or earned (is "always")'],
  ],
  [
    'hours that end before they begin',
    'calendars:\n  office:\n    week:\n      mon: ["18:00-09:00"]\n',
    [
      'desk.yaml:4: calendars.office.week.mon[1] must be hours such as "09:00-17:30", the earlier one first (is "18:00-09:00")',
    ],
  ],
  [
    'a day of no week',
    'calendars:\n  office:\n    week:\n      monday: ["09:00-18:00"]\n',
    [
      'desk.yaml:4: calendars.office.week.monday is not a known key; known are mon, tue, wed, thu, fri, sat, sun',
    ],
  ],
  [
    'the team reading along in an intake channel',
    'channels:\n  intake: ["#help"]\n  triage: "#help"\n',
    [
      "desk.yaml:3: channels.triage is an intake channel too; requesters would see the team's drafts and notes",
    ],
  ],
  [
    'a group handle without quotes',
    'people:\n  agents: [@support]\n',
    ['desk.yaml:2: Plain value cannot start with reserved character @; put the value in quotes'],
  ],
  ['text instead of keys', 'hello\n', ['desk.yaml:1: must be a group of keys (is "hello")']],
];

test.each(mistakes)('%s is reported with its line', (_name, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('all problems of file and environment are reported together', () => {
  const text =
    'desk:\n  timezone: Mars\nqueues:\n  - name: one\n  - name: two\nautomation:\n  draft: 1\nsla: 3\n';
  expect(problemsOf(text, { PORT: 'http', SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
    'PORT must be a number from 0 to 65535',
    expect.stringContaining('neither SLACK_APP_TOKEN'),
    'desk.yaml:2: desk.timezone must be a time zone such as Europe/Berlin or UTC (is "Mars")',
    'desk.yaml:5: queues one and two both take everything; give one of them a when',
    'desk.yaml:7: automation.draft must be true or false (is 1)',
    'desk.yaml:8: sla must be a list (is 3)',
  ]);
});

test('without a desk file everything has a default', () => {
  const config = readConfig({}, () => undefined);
  expect(config).toMatchObject({
    mode: 'practice',
    host: '127.0.0.1',
    port: 3000,
    dataFolder: './data',
    file: undefined,
    unused: [],
    desk: { name: 'Support', timezone: 'UTC' },
    channels: { intake: ['#support'], triage: '#support-triage' },
    automation: { draft: true, auto_send: 'never', confidence: 0.75, agent_messages_open_tickets: false },
  });
  expect(config.automation.quiet_close_after).toBe(3 * day);
  expect(config.automation.reopen_within).toBe(7 * day);
  expect(config.queues.at(-1)).toEqual({ name: 'general', when: {} });
});

test('an empty desk file and empty sections mean the defaults', () => {
  expect(read('').channels).toEqual(readConfig({}, () => undefined).channels);
  expect(read('# only a comment\n').queues).toHaveLength(5);
});

test('what is written is kept', () => {
  const config = read(
    'queues:\n  - name: money\n    when: { category: [billing, account], severity: P1 }\n    channel: "#money"\n' +
      'sla:\n  - when: { severity: P1 }\n    first_response: 90s\n    first_resolution: 4h\n    calendar: office\n' +
      'calendars:\n  office: { timezone: Europe/Berlin, week: { mon: ["09:00-12:30", "13:30-24:00"] }, holidays: ["2026-12-25"] }\n',
  );
  expect(config.queues).toEqual([
    { name: 'money', when: { category: ['billing', 'account'], severity: ['P1'] }, channel: '#money' },
  ]);
  expect(config.sla).toMatchObject([{ first_response: { within: { ms: 90_000 } }, calendar: 'office' }]);
  expect(config.unused).toEqual([]);
});
