/** Which language a text in Cyrillic letters is in: by letters only one of them has, else by Bulgarian's commonest words. */
export function cyrillicLanguage(text: string): string {
  const plain = text.toLowerCase();
  const own = letters.find(([, pattern]) => pattern.test(plain));
  if (own !== undefined) return own[0];
  const counts = (words: RegExp) => plain.match(words)?.length ?? 0;
  // The hard sign stands for a vowel in Bulgarian and is rare in Russian.
  return counts(bulgarian) + counts(/ъ(?=[бвгджзйклмнпрстфхцчшщ])/g) > counts(russian) ? 'bg' : 'ru';
}

const letters: readonly (readonly [string, RegExp])[] = [
  ['be', /ў/],
  ['uk', /[іїєґ]/],
  ['mk', /[ѓќѕ]/],
  ['sr', /[ђјљњћџ]/],
  ['ru', /[ыэё]/],
];

const bulgarian =
  /(?<!\p{L})(?:се|да|за|ще|са|съм|сме|сте|ли|може|нашия|нашите|моля|здравейте|благодаря|защо|какво|няма|имаме|със|във|към|\p{L}{6,}ата|\p{L}{3,}(?:ът|ията))(?!\p{L})/gu;
const russian =
  /(?<!\p{L})(?:что|это|для|мы|вы|нет|или|когда|почему|здравствуйте|пожалуйста|спасибо|можно|уже|еще|у нас|наш[аи]?)(?!\p{L})/gu;
