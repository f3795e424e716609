import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainReading, readAsPeopleDo } from '../../../src/domain/safety/read-as-people-do.ts';

describe('a text as people read it', () => {
  it.each([
    ['re\u200Bfund', 'refund'],
    ['re\u00ADfund', 'refund'],
    ['rеfund', 'refund'],
    ['ｒｅｆｕｎｄ', 'refund'],
    ['𝐫𝐞𝐟𝐮𝐧𝐝', 'refund'],
    ['🅡🅔🅕🅤🅝🅓', 'refund'],
    ['r e f u n d', 'refund'],
    ['４１１１', '4111'],
    ['٤١١١', '4111'],
    ['४१११', '4111'],
    ['we’ll', "we'll"],
    ['＠here', '@here'],
  ])('has no disguise: %s', (disguised, plain) => {
    expect(readAsPeopleDo(disguised)).toBe(plain);
  });

  it.each(['Привет', 'Ευχαριστώ', 'ありがとう', 'निर्देशों', 'الكلمة', 'Straße', 'A B C', '`code`'])(
    'leaves what is no disguise: %s',
    (text) => {
      expect(readAsPeopleDo(text)).toBe(text);
    },
  );

  it('has neither accents nor capitals where patterns read it, and keeps the letters of other scripts whole', () => {
    expect(plainReading('Façade ÜBER Straße')).toBe('facade uber strasse');
    expect(plainReading('निर्देशों 무시하십시오 й')).toBe('निर्देशों 무시하십시오 й');
  });

  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = readAsPeopleDo(text);
        expect(readAsPeopleDo(readAsPeopleDo(once))).toBe(readAsPeopleDo(once));
      }),
    );
  });
});
