import { expect, test } from 'vitest';
import { channelReferences, deskSettings } from '../../src/config/desk-settings.ts';
import { readConfig } from '../../src/config.ts';
import { firstResponseWithin } from '../../src/domain/desk-settings.ts';
import { hour, minute } from '../../src/domain/time.ts';

const read = (text: string) => readConfig({}, () => text);
const found = new Map([
  ['#support', 'fake:C1'],
  ['#support-triage', 'fake:C2'],
  ['#money', 'fake:C3'],
]);

test('channels are those the platform found', () => {
  const config = read('queues:\n  - { name: money, when: { category: billing }, channel: "#money" }\n');
  expect(channelReferences(config)).toEqual(['#support', '#support-triage', '#money']);
  const settings = deskSettings(config, found);
  expect(settings.channels).toEqual({ intake: ['fake:C1'], triage: 'fake:C2' });
  expect(settings.queues).toMatchObject([
    { name: 'money', when: { category: 'billing' }, channel: 'fake:C3' },
  ]);
});

test('channels nobody finds stop the start, all named at once', () => {
  const config = read('channels: { intake: ["#help", "#sos"] }\n');
  expect(() => deskSettings(config, found)).toThrow(/cannot find #help, #sos\./);
});

test('the usual promises hold for each plan and severity', () => {
  const settings = deskSettings(read(''), found);
  expect(firstResponseWithin(settings, 'enterprise', 'P1')).toBe(15 * minute);
  expect(firstResponseWithin(settings, 'business', 'P3')).toBe(8 * hour);
  expect(firstResponseWithin(settings, undefined, 'P4')).toBe(24 * hour);
});

test('a list in a condition means any of them, a queue without conditions takes the rest', () => {
  const { queues } = deskSettings(
    read('queues:\n  - { name: tech, when: { category: [technical, bug] } }\n  - name: rest\n'),
    found,
  );
  expect(queues).toEqual([
    { name: 'tech', when: { category: 'technical' } },
    { name: 'tech', when: { category: 'bug' } },
    { name: 'rest' },
  ]);
});
