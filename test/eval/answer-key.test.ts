import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerKey, saysWhatItMust } from '../../eval/practice/answer-key.ts';
import { freshQuestions } from '../../eval/practice/fresh-questions.ts';
import { practiceContentFolder } from '../../src/practice/content/content-folder.ts';
import { readPastTickets } from '../../src/practice/content/past-tickets.ts';

const pasts = readPastTickets();
const pages = join(practiceContentFolder(), 'articles');
const page = readdirSync(pages)
  .map((file) => readFileSync(join(pages, file), 'utf8').replaceAll(/[*`]/g, ''))
  .join('\n');

test('every past ticket has one answer in the key', () => {
  expect(answerKey.map(({ subject }) => subject)).toEqual(pasts.map(({ subject }) => subject));
});

test.each(freshQuestions.filter(({ expect: wanted }) => wanted !== 'none'))(
  'a page answers “$text”',
  (question) => {
    expect(saysWhatItMust(question, page)).toBe(true);
  },
);

test.each(answerKey.filter(({ expect: wanted }) => wanted !== 'none'))(
  'what is asked of the draft for “$subject” stands in a page or in the answer to another ticket',
  (key) => {
    const others = pasts.filter(({ subject }) => subject !== key.subject).map(({ reply }) => reply);
    expect(saysWhatItMust(key, [page, ...others].join('\n'))).toBe(true);
  },
);
