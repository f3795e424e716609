import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentencesOf } from '../src/domain/language/sentences-of.ts';
import type { Lesson } from '../src/domain/learning.ts';
import { instant } from '../src/domain/time.ts';
import type { Category } from '../src/domain/words.ts';
import { readArticles } from '../src/import/articles.ts';
import type { SearchableTicket } from '../src/ports.ts';
import { practiceContentFolder } from '../src/practice/content/content-folder.ts';
import { readPastTickets } from '../src/practice/content/past-tickets.ts';
import { madeTexts, randomFrom } from './search-texts.ts';

/** A solved ticket, as it is searched and as it is learned from. */
export type BenchTicket = { readonly searched: SearchableTicket; readonly lesson: Lesson };

const firstDay = Date.parse('2026-01-01T08:00:00.000Z');
const minute = 60_000;
const accounts = 200;

/**
 * What people of a desk write. `alike`: the sixty requests of the practice workspace again and again, each with some 40
 * made-up words of its own, which is hard to search because everything resembles everything. `varied`: what one such
 * request begins with, then sentences out of all requests and help pages, then 18 words of its own.
 */
export type DeskOf = 'alike' | 'varied';

/** Solved tickets, the same in every run. */
export function solvedTickets(count: number, of: DeskOf = 'alike'): readonly BenchTicket[] {
  const pasts = readPastTickets();
  const { asked } = madeTexts(1, count * 4);
  const sentences = of === 'varied' ? allSentences() : [];
  const next = randomFrom(20261121);
  return Array.from({ length: count }, (_, at): BenchTicket => {
    const past = pasts[(at * 7) % pasts.length];
    if (past === undefined) throw new RangeError('The practice workspace has no past tickets.');
    const own = asked.slice(at * 4, at * 4 + 4);
    const text =
      of === 'alike'
        ? `${own[0]}. ${past.text} ${own.slice(1).join('. ')}`
        : [...told(past.text, sentences, next), ...own.slice(2)].join(' ');
    const openedAt = instant(firstDay + at * 30 * minute);
    const { category, severity, sentiment, productArea } = past;
    const id = `T-${at + 1}`;
    return {
      searched: {
        id,
        subject: past.subject,
        text,
        account: `a${at % accounts}`,
        requester: `U${at % (accounts * 5)}`,
        openedAt,
        live: false,
        category,
        severity,
        queue: queueOf(category),
        resolution: past.reply,
      },
      lesson: {
        ticket: id,
        text,
        sorting: { at: openedAt, category, severity, sentiment, queue: queueOf(category), correctedBy: {} },
        topic: { category, productArea },
        pressure: { severity, sentiment, frustration: 0 },
        drafts: [],
      },
    };
  });
}

/** The same as they come in: nobody has sorted or solved them. */
export function newTickets(count: number, after: number, of: DeskOf = 'alike'): readonly SearchableTicket[] {
  return solvedTickets(after + count, of)
    .slice(after)
    .map(({ searched: { id, subject, text, account, requester, openedAt } }) => ({
      id,
      subject,
      text,
      requester,
      openedAt,
      live: true,
      ...(account === undefined ? {} : { account }),
    }));
}

export function practiceArticles() {
  const folder = join(practiceContentFolder(), 'articles');
  return readArticles(
    readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
  );
}

/** Every sentence of the practice workspace's requests and help pages, some of which are said more often than others. */
function allSentences(): readonly string[] {
  const pages = practiceArticles().flatMap(({ passages }) => passages.map(({ text }) => text));
  const texts = [...readPastTickets().map(({ text }) => text), ...pages];
  return texts.flatMap((text) => sentencesOf(text).map((sentence) => sentence.text));
}

function told(request: string, sentences: readonly string[], next: () => number): readonly string[] {
  const [first = ''] = sentencesOf(request).map(({ text }) => text);
  const others = Array.from({ length: 2 + Math.floor(next() * 4) }, () => {
    const rank = Math.floor(sentences.length * next() ** 2);
    return sentences[(rank * 7919) % sentences.length] ?? '';
  });
  return [first, ...others];
}

function queueOf(category: Category): string {
  return category === 'billing' || category === 'account' ? category : 'technical';
}
