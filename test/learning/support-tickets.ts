import type { Lesson, Sorting } from '../../src/domain/learning.ts';
import type { Category } from '../../src/domain/words.ts';

const sayings: Partial<Record<Category, readonly (readonly string[])[]>> = {
  billing: [
    ['The invoice for', 'My bill of', 'The charge in', 'Our receipt for'],
    ['March', 'last month', 'the second seat', 'our yearly plan', 'April'],
    [
      'is higher than agreed',
      'was taken twice',
      'shows the wrong tax',
      'has no purchase order',
      'is missing',
    ],
  ],
  bug: [
    ['The export button', 'The chart page', 'The mobile app', 'The file upload'],
    ['crashes', 'shows a blank screen', 'throws an error', 'freezes', 'loses my input'],
    ['when I press save', 'after the update', 'on every second try', 'with large files', 'in the browser'],
  ],
  account: [
    ['A colleague', 'Our new admin', 'My manager', 'One user'],
    ['cannot sign in', 'needs another role', 'wants to reset the password', 'lost the second factor'],
    ['to our workspace', 'since this morning', 'with single sign-on', 'on the members page'],
  ],
};

/** Different tickets of a category, always the same for the same numbers. */
export function ticketTexts(category: Category, count: number, from = 0): readonly string[] {
  return Array.from({ length: count }, (_, nth) =>
    (sayings[category] ?? [])
      .map((words, part) => words[((nth + from) * (2 * part + 3) + part * (nth + from)) % words.length])
      .join(' '),
  );
}

/** A lesson of a solved ticket. */
export function aSortedTicket(
  ticket: string,
  text: string,
  { category = 'bug', severity = 'P3', sentiment = 'neutral', correctedBy = {} }: Partial<Sorting> = {},
): Lesson {
  return {
    ticket,
    text,
    sorting: {
      at: '2026-11-20T10:00:00.000Z',
      category,
      severity,
      sentiment,
      queue: 'general',
      correctedBy,
    },
    topic: { category, productArea: 'general' },
    pressure: { severity, sentiment, frustration: 0 },
    drafts: [],
  };
}

/** Solved tickets, so many of each of three categories. */
export function solvedTickets(ofEach: number): readonly Lesson[] {
  return (['billing', 'bug', 'account'] as const).flatMap((category) =>
    ticketTexts(category, ofEach).map((text, at) => aSortedTicket(`T-${category}-${at}`, text, { category })),
  );
}
