import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translate } from '../../../../src/chat/slack/inbound/translate.ts';
import { Invalid } from '../../../../src/domain/errors.ts';
import { context, payload } from '../support/payload.ts';

describe('a payload that is not as documented', () => {
  test.each([
    ['null', null],
    ['a list', []],
    ['an event without its id', { type: 'event_callback', event: { type: 'message' } }],
    ['an event without an event', { type: 'event_callback', event_id: 'Ev1' }],
    [
      'a message without a time',
      { type: 'event_callback', event_id: 'Ev1', event: { type: 'message', channel: 'C1' } },
    ],
    ['a command without a user', { command: '/ticket', channel_id: 'C1', trigger_id: '1' }],
    ['a press without actions', { type: 'block_actions', user: { id: 'U1' }, actions: [] }],
    [
      'a press of a foreign button',
      {
        type: 'block_actions',
        user: { id: 'U1' },
        actions: [{ type: 'button', action_id: 'x', value: 'hello' }],
      },
    ],
  ])('%s is Invalid', (_, body) => {
    expect(() => translate(body, context)).toThrow(Invalid);
  });

  test('never shows its content in the error', () => {
    const body = payload('message');
    const broken = { ...body, event: { ...(body.event as object), ts: 'my secret' } };
    expect(() => translate(broken, context)).toThrow(/not as documented: ts/);
    expect(() => translate(broken, context)).not.toThrow(/secret/);
  });

  test('whatever it is, is translated, ignored or Invalid', () => {
    const types = fc.constantFrom(
      'event_callback',
      'block_actions',
      'view_submission',
      'message_action',
      'x',
    );
    const body = fc.record({ type: types, event_id: fc.string(), event: fc.object(), view: fc.object() });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), body), (value) => {
        try {
          translate(value, context);
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid);
        }
      }),
    );
  });
});
