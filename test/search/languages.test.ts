import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { createSearch } from '../../src/search/desk-search.ts';

const texts = {
  de: 'Rechnungen werden am Monatsende verschickt.',
  es: 'Las facturas se envían al final del mes.',
  fr: "L'étiquette de retour s'imprime depuis la commande.",
  ja: '返品ラベルが印刷できない場合は、ブラウザを再起動してください。502エラー',
  zh: '退款会在三个工作日内到账。',
  ko: '환불은 영업일 기준 사흘 안에 처리됩니다.',
  ru: 'Возврат денег занимает три рабочих дня.',
  el: 'Το τιμολόγιο στέλνεται στο τέλος του μήνα.',
  ar: 'يتم إرسال الفاتورة في نهاية الشهر.',
  hi: 'धनवापसी में तीन कार्यदिवस लगते हैं।',
  th: 'ใบแจ้งหนี้จะถูกส่งตอนสิ้นเดือน',
};

describe('search in the languages people write', () => {
  it.each([
    ['de', 'meine Rechnung wurde nicht verschickt'],
    ['es', 'no me enviaron la factura'],
    ['fr', 'imprimer une étiquette'],
    ['fr', 'comment imprimer l’etiquette'],
    ['ja', 'ラベルを印刷したい'],
    ['ja', 'エラー 502'],
    ['zh', '我的退款还没到账'],
    ['ko', '환불 처리'],
    ['ru', 'где мой возврат денег'],
    ['el', 'ΤΙΜΟΛΟΓΙΟ'],
    ['ar', 'فاتوره'],
    ['hi', 'धनवापसी कब'],
    ['th', 'ใบแจ้งหนี้'],
  ])('finds the page in %s for “%s”', (language, question) => {
    const search = createSearch();
    const articles = Object.entries(texts).map(([id, text]): Article => {
      return { id, title: id, keywords: [], passages: [{ id, article: id, title: id, heading: id, text }] };
    });
    search.index({ type: 'articles', articles });
    expect(search.passages(question, 1)[0]?.article).toBe(language);
  });
});
