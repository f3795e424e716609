import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Misconfigured } from '../../domain/errors.ts';

const place = join('src', 'practice', 'content');

/**
 * The folder with `articles/`, `accounts.csv`, `desk.yaml` and `past-tickets.json`. The compiled code in `dist/`
 * has no copy of these files, so the folder is looked for upwards from this module.
 */
export function practiceContentFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, place, 'desk.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Misconfigured(`${place} is missing beside the program; reinstall it`);
    folder = parent;
  }
  return join(folder, place);
}
