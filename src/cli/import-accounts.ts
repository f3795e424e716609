import { basename } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { Account } from '../domain/account.ts';
import { readAccounts } from '../import/accounts.ts';
import { commitImport } from '../import/commit-import.ts';
import type { Clock } from '../ports.ts';
import { importedLine } from './imported-line.ts';
import { withData } from './open-data.ts';
import { nothingChanged, textFile } from './readable.ts';

/** Makes the list of accounts what a CSV file says. Returns the line to print. */
export async function importAccounts(
  file: string,
  { config, clock }: { readonly config: Pick<Config, 'dataFolder'>; readonly clock: Clock },
): Promise<string> {
  const text = await textFile(file);
  const items = nothingChanged(() => readAccounts(text, basename(file)));
  const list = { kind: 'directory', key: 'accounts', schema: z.array(Account), items } as const;
  const imported = await withData(config.dataFolder, (store) => commitImport(store, list, clock.now()));
  return importedLine('account', imported);
}
