import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../src/domain/learning.ts';
import { instant } from '../src/domain/time.ts';
import type { Category } from '../src/domain/words.ts';
import { readArticles } from '../src/import/articles.ts';
import type { SearchableTicket } from '../src/ports.ts';
import { practiceContentFolder } from '../src/practice/content/content-folder.ts';
import { readPastTickets } from '../src/practice/content/past-tickets.ts';
import { madeTexts } from './search-texts.ts';

/** A solved ticket, as it is searched and as it is learned from. */
export type BenchTicket = { readonly searched: SearchableTicket; readonly lesson: Lesson };

const firstDay = Date.parse('2026-01-01T08:00:00.000Z');
const minute = 60_000;
const accounts = 200;

/** Solved tickets: the requests of the practice workspace, each told with some 40 made-up words of its own. */
export function solvedTickets(count: number): readonly BenchTicket[] {
  const pasts = readPastTickets();
  const { asked } = madeTexts(1, count * 4);
  return Array.from({ length: count }, (_, at): BenchTicket => {
    const past = pasts[(at * 7) % pasts.length];
    if (past === undefined) throw new RangeError('The practice workspace has no past tickets.');
    const own = asked.slice(at * 4, at * 4 + 4);
    const text = `${own[0]}. ${past.text} ${own.slice(1).join('. ')}`;
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
export function newTickets(count: number, after: number): readonly SearchableTicket[] {
  return solvedTickets(after + count)
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

function queueOf(category: Category): string {
  return category === 'billing' || category === 'account' ? category : 'technical';
}
