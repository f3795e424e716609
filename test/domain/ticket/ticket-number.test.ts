import { expect, test } from 'vitest';
import { ticketIdIn } from '../../../src/domain/ticket/ticket-number.ts';

test.each(['T-12', 't-12', ' T12 ', '12', '#12', 't - 12', 'T-0012'])('%j is ticket T-12', (words) => {
  expect(ticketIdIn(words)).toBe('T-12');
});

test.each(['', 'T-', 'twelve', 'T-0', 'T-1x', 'INC-7', '1.5'])('%j is no ticket', (words) => {
  expect(ticketIdIn(words)).toBeUndefined();
});
