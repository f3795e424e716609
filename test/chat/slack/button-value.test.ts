import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromActionId,
  fromButtonValue,
  subjectOfMenu,
  toActionId,
  toButtonValue,
  toMenuBlockId,
} from '../../../src/chat/slack/button-value.ts';
import {
  fromDeskId,
  fromMessageId,
  instantOf,
  permalink,
  toDeskId,
  toMessageId,
} from '../../../src/chat/slack/ids.ts';
import { Invalid } from '../../../src/domain/errors.ts';

describe('what a button carries', () => {
  test('comes back exactly', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 100 });
    fc.assert(
      fc.property(words, fc.option(words, { nil: undefined }), fc.nat(200), (subject, value, place) => {
        expect(fromButtonValue(toButtonValue({ subject, value }))).toEqual(
          value === undefined ? { subject } : { subject, value },
        );
        expect(subjectOfMenu(toMenuBlockId(place, subject))).toBe(subject);
        expect(fromActionId(toActionId('approve', place))).toBe('approve');
      }),
    );
  });

  test('past the limit is refused before Slack refuses it', () => {
    expect(() => toButtonValue({ subject: 'x'.repeat(2001) })).toThrow(Invalid);
    expect(() => toMenuBlockId(1, 'x'.repeat(256))).toThrow(Invalid);
  });

  test('of another program is not taken', () => {
    expect(() => fromButtonValue('{"s":1}')).toThrow();
    expect(() => fromButtonValue('{"s":"a","x":"b"}')).toThrow();
    expect(subjectOfMenu('abc')).toBeUndefined();
  });
});

describe('ids', () => {
  test('lead back to Slack', () => {
    expect(fromDeskId(toDeskId('U01DANA'))).toBe('U01DANA');
    const name = { channel: 'C01', ts: '1763632800.000100' };
    expect(fromMessageId(toMessageId(name))).toEqual(name);
  });

  test.each(['teams:U1', 'slack:', 'U1', 'slack:C1:x', 'slack:../x'])(
    '%s is no person or channel of Slack',
    (id) => {
      expect(() => fromDeskId(id)).toThrow(Invalid);
    },
  );

  test.each(['slack:C1', 'slack:C1:17', 'memory:C1:17.1'])('%s is no message of Slack', (id) => {
    expect(() => fromMessageId(id)).toThrow(Invalid);
  });

  test('the time of a message is in its name', () => {
    expect(instantOf('1763632800.123456')).toBe('2025-11-20T10:00:00.123Z');
  });

  test('an answer in a thread is linked with its thread', () => {
    const name = { channel: 'C01', ts: '1763632860.000200', thread: '1763632800.000100' };
    expect(permalink('https://acme.slack.com/', name)).toBe(
      'https://acme.slack.com/archives/C01/p1763632860000200?thread_ts=1763632800.000100&cid=C01',
    );
  });
});
