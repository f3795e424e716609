import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refused } from '../src/domain/errors.ts';
import { createLog } from '../src/log.ts';

function written(use: (log: ReturnType<typeof createLog>) => void): string {
  const all: string[] = [];
  use(createLog({ level: 'debug', to: { write: (line) => void all.push(line) } }));
  return all.join('');
}

const words = 'our card number is 4111';
const event = {
  type: 'message',
  keys: ['E1'],
  message: { id: 'slack:C1:1', text: words, files: [{ name: 'x' }] },
  handle: { trigger: 'trigger-geheim', respond: 'https://respond-geheim' },
  values: { subject: words },
};

test('a line says what happened, when and about what', () => {
  const line = JSON.parse(written((log) => log.warn('message_not_said', { id: 'T-1', failures: 2 })));
  expect(line).toMatchObject({ level: 'warn', fact: 'message_not_said', id: 'T-1', failures: 2 });
  expect(line.at).toMatch(/^\d{4}-.*Z$/);
});

test('no text of a message passes, however it is handed over', () => {
  const line = written((log) => {
    log.info('event', { event });
    log.info('event', event);
    log.info('event', { deep: [{ event }] });
    log.error('failed', { error: new Refused(`cannot post "${words}"`, 'msg_too_long') });
  });
  expect(line).not.toContain('4111');
  expect(line).not.toContain('geheim');
  expect(line).toContain('Refused msg_too_long');
});

test('no token passes, under its own name or inside another value', () => {
  const line = written((log) => {
    log.info('start', {
      botToken: 'geheim',
      SLACK_SIGNING_SECRET: 'geheim',
      headers: { authorization: 'geheim' },
    });
    log.info('call', { url: 'https://slack.com/api?token=xoxb-123-geheim', app: 'xapp-1-geheim' });
  });
  expect(line).not.toContain('geheim');
});

test('no depth or list lets a text through', () => {
  const nested = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.constant({ text: words }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.record({ a: tie('value') }),
    ),
  })).value;
  fc.assert(fc.property(nested, (value) => !written((log) => log.info('x', { value })).includes('4111')));
});

test('a level that is not asked for is not written', () => {
  const all: string[] = [];
  createLog({ level: 'warn', to: { write: (line) => void all.push(line) } }).info('quiet');
  expect(all).toEqual([]);
});
