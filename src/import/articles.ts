import { z } from 'zod';
import { nearest } from '../config/nearest.ts';
import { readYaml } from '../config/yaml-text.ts';
import type { Article } from '../domain/article.ts';
import { Invalid } from '../domain/errors.ts';
import { passagesOf } from './passages.ts';

/** A Markdown file of the knowledge base; `path` is relative to the imported folder, with `/`. */
export type ArticleFile = { readonly path: string; readonly text: string };

// YAML reads `2026-09-30` as text, but a bare year as a number.
const Words = z.union([z.string(), z.number()], { error: 'must be text' }).transform(String);
const FrontMatter = z.looseObject({
  title: Words.optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  area: Words.optional(),
  updated: Words.optional(),
  keywords: z.array(Words).default([]),
});
const known = Object.keys(FrontMatter.shape);

/**
 * Reads Markdown files into articles, cut into citable passages. Front matter is optional when the text begins with a
 * `# Title`; keys of other tools in it are left alone, mistyped ones are not. Throws one `Invalid` naming every problem
 * as `file:line`.
 */
export function readArticles(files: readonly ArticleFile[]): readonly Article[] {
  const problems: string[] = [];
  const articles: Article[] = [];
  const ids = new Map<string, string>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const report = (line: number, problem: string) => problems.push(`${file.path}:${line}: ${problem}`);
    const article = readArticle(file, report);
    if (article === undefined) continue;
    const twin = ids.get(article.id);
    if (twin !== undefined) report(1, `has the same name as ${twin} but for its ending; rename one`);
    ids.set(article.id, file.path);
    articles.push(article);
  }
  if (problems.length > 0) throw new Invalid(problems.join('\n'));
  return articles;
}

function readArticle(
  file: ArticleFile,
  report: (line: number, problem: string) => void,
): Article | undefined {
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parts = split(text);
  if (parts === undefined) {
    report(1, 'opens front matter with --- but never closes it');
    return undefined;
  }
  const { head, body, bodyLine } = parts;
  const reading = readYaml(head, FrontMatter);
  // The head begins on the line after the fence.
  for (const { line, problem } of reading.problems) report(line + 1, problem);
  const mistyped = mistypedKeys(reading.sound);
  for (const [key, meant] of mistyped) {
    report(reading.lineOf([key]) + 1, `${key} is not a known key; did you mean ${meant}?`);
  }
  if (reading.value === undefined || mistyped.length > 0) return undefined;

  const { title: given, url, area, updated, keywords } = reading.value;
  const title = given ?? /^\s*# +(.+)/.exec(body)?.[1]?.trim();
  if (title === undefined || title === '') {
    report(1, 'has no title; add one to the front matter or begin with "# Title"');
    return undefined;
  }
  const id = file.path.replace(/\.(md|markdown)$/i, '');
  const passages = passagesOf({ id, title, ...(url === undefined ? {} : { url }) }, body);
  if (passages.length === 0) {
    report(bodyLine, 'has no text');
    return undefined;
  }
  return {
    id,
    title,
    ...(url === undefined ? {} : { url }),
    ...(area === undefined ? {} : { area }),
    ...(updated === undefined ? {} : { updated }),
    keywords,
    passages: [...passages],
  };
}

/** Front matter and body; undefined when the front matter has no end. */
function split(text: string): { head: string; body: string; bodyLine: number } | undefined {
  if (!/^---[ \t]*\n/.test(text)) return { head: '', body: text, bodyLine: 1 };
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  if (end === -1) return undefined;
  return { head: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

function mistypedKeys(head: Readonly<Record<string, unknown>> | undefined): [key: string, meant: string][] {
  return Object.keys(head ?? {}).flatMap((key) => {
    const meant = known.includes(key) ? undefined : nearest(key, known);
    return meant === undefined || meant.length < 4 ? [] : [[key, meant] as [string, string]];
  });
}
