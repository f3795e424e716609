import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/domain/language/detect-language.ts';
import { errorCodesIn } from '../../../src/domain/language/error-codes.ts';
import { sentencesOf } from '../../../src/domain/language/sentences-of.ts';
import { termSet } from '../../../src/domain/language/terms-of.ts';

describe('reading a text', () => {
  it.each([
    ['en', 'Checkout fails for all our users since this morning'],
    ['de', 'Seit heute früh kommt bei unseren Kunden keine Bestätigung mehr an'],
    ['es', 'Hola, en la tienda de Valencia muchos pagos salen rechazados desde ayer'],
    ['fr', 'Bonjour, nos clients voient la page de paiement en allemand'],
    ['it', 'Ciao, non abbiamo ricevuto il pagamento degli ordini'],
    ['nl', 'Hallo, wij kunnen niet inloggen en het wachtwoord wordt niet verstuurd'],
    ['ja', 'ログインできません。パスワードを忘れました'],
    ['ja', '注文番号八八一二の決済画面で障害発生、至急確認お願いします'],
    ['zh', '结账页面打不开，所有客户都无法付款'],
    ['ar', 'لا يمكننا تسجيل الدخول'],
    ['ru', 'Не могу войти в систему'],
    ['en', 'Error 502'],
    ['en', ''],
  ])('%s is the language of “%s”', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('finds sentences, steps, bullets and rows, each word for word', () => {
    const text =
      'First one. Second one, e.g. this.\n\n1. Open **A**.\n   Then wait.\n2. Press B\n\n- a bullet\n\n| Code | Meaning |\n| --- | --- |\n| X-1 | bad |\n\n```\nno code\n```\n# No heading';
    expect(sentencesOf(text).map(({ kind, text: each }) => `${kind}: ${each}`)).toEqual([
      'sentence: First one.',
      'sentence: Second one, e.g. this.',
      'step: Open **A**. Then wait.',
      'step: Press B',
      'bullet: a bullet',
      'row: | X-1 | bad |',
    ]);
    expect(sentencesOf(text).at(-1)?.columns).toEqual(['Code', 'Meaning']);
  });

  it('takes the number of a ticket for no error code', () => {
    expect(errorCodesIn('The same as T-61 and T-142, with E-1042')).toEqual(['e-1042']);
  });

  it('names the error codes of a text, and not its other numbers', () => {
    expect(errorCodesIn('Error 502 and BIL-03, do_not_honor after 500 orders for 429 €')).toEqual([
      'bil-03',
      'do_not_honor',
      '502',
    ]);
  });

  it('keeps codes whole and in parts, and leaves stop words out', () => {
    expect([...termSet('The CSV-112 errors')]).toEqual(['csv-112', 'csv', '112', 'error']);
  });
});
