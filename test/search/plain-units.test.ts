import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlainUnits } from '../../src/search/plain-units.ts';

const most = 40;

function plain(text: string): string {
  const { units, read } = createPlainUnits(most);
  return String.fromCharCode(...units.subarray(0, read(text)));
}

test('letters and digits stay, in lower case, with one space between and around the words', () => {
  expect(plain('  Fehler: ERR-502 (Größe)!')).toBe(' fehler err 502 größe ');
});

test('letters of two units stay whole, what only looks like half of one goes', () => {
  expect(plain('a𝒜b 😀 \udc00c')).toBe(' a𝒜b c ');
});

test('any text reads as its words do', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const words = text
        .slice(0, most * 2)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const whole = words === '' ? ' ' : ` ${words} `;
      expect(plain(text)).toBe(whole.slice(0, most));
    }),
  );
});
