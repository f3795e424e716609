import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { Article } from '../domain/article.ts';
import { Invalid } from '../domain/errors.ts';
import { type ArticleFile, readArticles } from '../import/articles.ts';
import { commitImport } from '../import/commit-import.ts';
import type { Clock } from '../ports.ts';
import { countOf } from './count-of.ts';
import { importedLine } from './imported-line.ts';
import { withData } from './open-data.ts';
import { nothingChanged, readable, textFile } from './readable.ts';

/** Makes the knowledge base what a folder of Markdown files says. Returns the line to print. */
export async function importArticles(
  folder: string,
  { config, clock }: { readonly config: Pick<Config, 'dataFolder'>; readonly clock: Clock },
): Promise<string> {
  const files = await markdownIn(folder);
  // An empty folder is more likely a mistyped path than the wish to forget everything.
  if (files.length === 0) throw new Invalid(`There are no Markdown files in ${folder}. Nothing was changed.`);
  const items = nothingChanged(() => readArticles(files));
  const list = { kind: 'knowledge', key: 'articles', schema: z.array(Article), items } as const;
  const imported = await withData(config.dataFolder, (store) => commitImport(store, list, clock.now()));
  const passages = items.reduce((sum, { passages: { length } }) => sum + length, 0);
  return `${importedLine('article', imported)} (${countOf(passages, 'passage')})`;
}

async function markdownIn(folder: string): Promise<readonly ArticleFile[]> {
  const entries = await readable(folder, readdir(folder, { recursive: true, withFileTypes: true }));
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    );
  return await Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path).split(sep).join('/'),
      text: await textFile(path),
    })),
  );
}
