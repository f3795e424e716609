import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** One file of the repository; `path` is relative to its root, with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };

const root = join(import.meta.dirname, '../..');

/** All files with these endings below the folders. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .map((name) => `${folder}/${name.split(sep).join('/')}`)
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

/** What a file needs to run: as `importsOf`, without imports of types alone. */
export function runtimeImportsOf({ path, text }: SourceFile): readonly string[] {
  return importsOf({ path, text: text.replace(/^(import|export) type [^;]*;/gm, '') });
}

/** What a file imports: relative ones as paths of the repository, packages by name. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const statements = /^(?:import|export)\b[^'";]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...withoutComments(text).matchAll(statements)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return target.startsWith('.')
      ? normalize(join(dirname(path), target))
          .split(sep)
          .join('/')
      : target;
  });
}

/** The code alone, with as many lines as before. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/[^\n]*/g, '$1');
}
