import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, Form } from '../../../../src/cards/card.ts';
import { viewProblems } from '../../../../src/chat/slack/limits.ts';
import { toHomeView, toModal } from '../../../../src/chat/slack/outbound/view.ts';
import { Invalid } from '../../../../src/domain/errors.ts';
import * as arbitrary from '../support/arbitrary-card.ts';

const nobody = new Map<string, string>();
const form: Form = { form: 'reply', title: 'Reply', submit: 'Send', context: 'T-12', blocks: [], fields: [] };
const fieldOf = (view: ReturnType<typeof toModal>) => view.blocks[0] as Record<string, { text: string }>;

describe('a form in Slack', () => {
  test('keeps the limits, whatever is on it', () => {
    const fields = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('paragraph' as const), initial: arbitrary.wildText }),
        fc.record({
          kind: fc.constant('choice' as const),
          options: fc.array(
            fc.record({ value: fc.string({ minLength: 1, maxLength: 75 }), label: arbitrary.wildText }),
            {
              minLength: 1,
              maxLength: 120,
            },
          ),
        }),
        fc.constant({ kind: 'moment' as const, initial: '2026-11-20T10:00:00.000Z' }),
        fc.constant({ kind: 'person' as const, initial: 'slack:U0ANA' }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fields,
        fc.array(arbitrary.block, { maxLength: 12 }),
        arbitrary.wildText,
        (given, blocks, title) => {
          const named = given.map((field, index): Field => ({ ...field, name: `f${index}`, label: title }));
          expect(viewProblems(toModal({ ...form, title, blocks, fields: named }, nobody))).toEqual([]);
          expect(viewProblems(toHomeView({ blocks }, nobody))).toEqual([]);
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('that is only read has a way out and nothing to send', () => {
    const { submit: _, ...reading } = form;
    const view = toModal(reading, nobody);
    expect(view).toMatchObject({ close: { text: 'Close' } });
    expect(view).not.toHaveProperty('submit');
  });

  test('says beside the field when its text did not fit, and puts no mark into the text', () => {
    const field: Field = { name: 'text', label: 'Reply', kind: 'paragraph', initial: 'x'.repeat(3512) };
    const view = toModal({ ...form, fields: [field] }, nobody);
    expect(fieldOf(view).hint?.text).toBe(
      'A form holds 3,000 characters: the last 512 of this text are missing.',
    );
    expect(fieldOf(view).element).toMatchObject({ initial_value: 'x'.repeat(3000) });
  });

  test('that carries too much is a mistake of ours', () => {
    expect(() => toModal({ ...form, context: 'x'.repeat(3001) }, nobody)).toThrow(Invalid);
  });
});
