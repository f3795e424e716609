import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Invalid } from '../../src/domain/errors.ts';
import { readArticles } from '../../src/import/articles.ts';
import { passagesOf } from '../../src/import/passages.ts';

function problemsOf(...files: [path: string, text: string][]): string[] {
  try {
    readArticles(files.map(([path, text]) => ({ path, text })));
    return [];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.message.split('\n');
  }
}

test('an article is cut into passages at its headings', () => {
  const text =
    '---\ntitle: Refunds\nurl: https://help.test/refunds\nkeywords: [refund, 2026]\n---\nMoney goes back.\n\n## In full\nPress **Refund**.\n\n## In part\n';
  expect(readArticles([{ path: 'money/refunds.md', text }])).toEqual([
    {
      id: 'money/refunds',
      title: 'Refunds',
      url: 'https://help.test/refunds',
      keywords: ['refund', '2026'],
      passages: [
        {
          id: 'money/refunds#1',
          article: 'money/refunds',
          title: 'Refunds',
          heading: 'Refunds',
          text: 'Money goes back.',
          url: 'https://help.test/refunds',
        },
        {
          id: 'money/refunds#2',
          article: 'money/refunds',
          title: 'Refunds',
          heading: 'In full',
          text: 'Press **Refund**.',
          url: 'https://help.test/refunds',
        },
      ],
    },
  ]);
});

test('plain Markdown takes its title from the first heading, with a byte order mark and Windows line ends too', () => {
  const [article] = readArticles([
    { path: 'a.md', text: '\uFEFF# Limits\r\n\r\nTen a second.\r\n\r\n## Raise\r\nAsk.\r\n' },
  ]);
  expect(article?.title).toBe('Limits');
  expect(article?.passages.map(({ heading, text }) => [heading, text])).toEqual([
    ['Limits', 'Ten a second.'],
    ['Raise', 'Ask.'],
  ]);
});

test('a heading inside a code block is code', () => {
  const [article] = readArticles([
    { path: 'a.md', text: '# A\n\n```sh\n## not a heading\n```\n\n## Real\nx\n' },
  ]);
  expect(article?.passages.map(({ heading }) => heading)).toEqual(['A', 'Real']);
});

test('all problems of all files are reported at once, with their lines', () => {
  expect(
    problemsOf(
      ['a.md', '---\ntitle: A\nkeywordz: [x]\n---\ntext'],
      ['b.md', '---\ntitle: B\ntext without an end'],
      ['c.md', 'no title'],
      ['d.md', '---\ntitle: D\nurl: somewhere\nkeywords: one\n---\ntext'],
      ['e.md', '---\ntitle: E\n---\n\n'],
      ['f.md', '---\ntitle: F\ntitle: G\n---\ntext'],
      ['g.md', '# G\ntext'],
      ['g.markdown', '# G\ntext'],
    ),
  ).toEqual([
    'a.md:3: keywordz is not a known key; did you mean keywords?',
    'b.md:1: opens front matter with --- but never closes it',
    'c.md:1: has no title; add one to the front matter or begin with "# Title"',
    'd.md:3: url must be a web address (is "somewhere")',
    'd.md:4: keywords must be a list (is "one")',
    'e.md:4: has no text',
    'f.md:3: this key is there twice; keep one',
    'g.md:1: has the same name as g.markdown but for its ending; rename one',
  ]);
});

test('keys that other tools put into front matter do no harm', () => {
  expect(problemsOf(['a.md', '---\ntitle: A\nsidebar_position: 3\n---\ntext'])).toEqual([]);
});

test('no passage is longer than 1,200 characters, and no word is lost', () => {
  const word = fc.stringMatching(/^[a-z.]{1,40}$/);
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', '. ')), { maxLength: 300 });
  fc.assert(
    fc.property(text, (parts) => {
      const body = parts.flat().join('');
      const passages = passagesOf({ id: 'a', title: 'A' }, body);
      expect(passages.every((passage) => passage.text.length <= 1200)).toBe(true);
      expect(passages.flatMap((passage) => passage.text.split(/\s+/))).toEqual(
        body.split(/\s+/).filter(Boolean),
      );
    }),
  );
});

test('a word longer than a passage is cut', () => {
  const passages = passagesOf({ id: 'a', title: 'A' }, 'x'.repeat(3000));
  expect(passages.map(({ text }) => text.length)).toEqual([1200, 1200, 600]);
});

test('the articles of the practice shop can be imported', () => {
  const folder = new URL('../../src/practice/content/articles/', import.meta.url);
  const files = readdirSync(folder).map((path) => ({
    path,
    text: readFileSync(new URL(path, folder), 'utf8'),
  }));
  expect(readArticles(files)).toHaveLength(files.length);
});
