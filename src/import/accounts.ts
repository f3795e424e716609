import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { nearest } from '../config/nearest.ts';
import type { Account } from '../domain/account.ts';
import { Invalid } from '../domain/errors.ts';
import { plans } from '../domain/words.ts';

const columns = ['name', 'domain', 'workspace', 'plan', 'annual_revenue', 'owner', 'configuration'] as const;
const needed = ['name', 'plan', 'annual_revenue'] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;
type Report = (row: number, problem: string) => void;

/**
 * Reads accounts from a CSV text with a header row; commas, semicolons or tabs. Rows are numbered as in a spreadsheet,
 * the header is row 1. Throws one `Invalid` naming every problem.
 */
export function readAccounts(text: string, file: string): readonly Account[] {
  const found: { readonly row: number; readonly problem: string }[] = [];
  const report: Report = (row, problem) => found.push({ row, problem });
  const [header, ...rows] = cellsOf(text, file);
  const names = header === undefined ? undefined : readHeader(header, report);
  if (header === undefined) report(1, `is missing; it names the columns: ${columns.join(',')}`);
  const accounts =
    names === undefined
      ? []
      : rows.flatMap((cells, index) => {
          if (cells.every((cell) => cell.trim() === '')) return [];
          const account = readRow({ names, cells, row: index + 2 }, report);
          return account === undefined ? [] : [{ account, row: index + 2 }];
        });
  reportTwins(accounts, report);
  if (found.length === 0 && accounts.length === 0) report(1, 'is the header; no accounts follow');
  if (found.length > 0) {
    const inOrder = found.toSorted((a, b) => a.row - b.row);
    throw new Invalid(inOrder.map(({ row, problem }) => `${file}: row ${row}: ${problem}`).join('\n'));
  }
  return accounts.map(({ account }) => account);
}

function cellsOf(text: string, file: string): readonly (readonly string[])[] {
  const firstLine = text.split(/[\r\n]/, 1)[0] ?? '';
  const count = (sign: string) => firstLine.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  try {
    return z
      .array(z.array(z.string()))
      .parse(parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw new Invalid(
      `${file} cannot be read as CSV${line}: a quotation mark is opened or closed in the wrong place`,
      {
        cause: error,
      },
    );
  }
}

function readHeader(header: readonly string[], report: Report): readonly (keyof Row)[] | undefined {
  const names = header.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const known = columns.filter((column) => names.includes(column));
  let fine = true;
  names.forEach((name, index) => {
    if (known.some((column) => column === name) && names.indexOf(name) === index) return;
    fine = false;
    const label = name === '' ? `column ${index + 1} has no name` : `column ${name}`;
    if (name === '') report(1, label);
    else if (names.indexOf(name) !== index) report(1, `${label} is there twice`);
    else {
      const meant = nearest(name, columns);
      report(
        1,
        `${label} is not known; ${meant === undefined ? `known are ${columns.join(', ')}` : `did you mean ${meant}?`}`,
      );
    }
  });
  for (const column of needed) {
    if (known.includes(column)) continue;
    fine = false;
    report(1, `column ${column} is missing`);
  }
  return fine ? known.toSorted((a, b) => names.indexOf(a) - names.indexOf(b)) : undefined;
}

function readRow(
  { names, cells, row }: { names: readonly (keyof Row)[]; cells: readonly string[]; row: number },
  report: Report,
): Account | undefined {
  if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
    report(
      row,
      `has ${cells.length} cells for ${names.length} columns; put a cell that holds the separator in quotes`,
    );
    return undefined;
  }
  const given: Row = {};
  names.forEach((name, index) => {
    const cell = cells[index]?.trim();
    if (cell !== undefined && cell !== '') given[name] = cell;
  });
  const { name, domain, workspace, owner, configuration } = given;
  const plan = plans.find((each) => each === given.plan?.toLowerCase());
  const annualRevenue = amountOf(given.annual_revenue);
  if (name === undefined) report(row, 'name is empty');
  else if (slug(name) === '') report(row, `name ${name} has no letter or digit`);
  if (plan === undefined)
    report(
      row,
      `plan ${given.plan ?? 'is empty'}${given.plan ? ' is not known' : ''}; it is one of ${plans.join(', ')}`,
    );
  if (annualRevenue === undefined) {
    report(
      row,
      given.annual_revenue === undefined
        ? 'annual_revenue is empty'
        : `annual_revenue ${given.annual_revenue} is not a number; write it like 120000`,
    );
  }
  const isDomain = domain === undefined || /^[^\s@/:]+\.[^\s@/:]+$/.test(domain);
  if (!isDomain) report(row, `domain ${domain} is not a domain; write it like acme.com`);
  const isOwner = owner === undefined || z.email().safeParse(owner).success;
  if (!isOwner) report(row, `owner ${owner} is not an e-mail address`);
  if (name === undefined || slug(name) === '' || plan === undefined || annualRevenue === undefined)
    return undefined;
  return {
    id: slug(name),
    name,
    ...(domain === undefined ? {} : { domain: domain.toLowerCase() }),
    ...(workspace === undefined ? {} : { workspace }),
    plan,
    annualRevenue,
    ...(owner === undefined ? {} : { owner }),
    ...(configuration === undefined ? {} : { configuration }),
  };
}

/** Plain digits, or digits in groups of three: `1200000`, `1,200,000`, `1 200 000`. */
function amountOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^(\d+|\d{1,3}([, ]\d{3})+)(\.\d+)?$/.test(text)) return undefined;
  return Number(text.replace(/[, ]/g, ''));
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Two accounts may not claim the same name, domain or workspace: a person must belong to one. */
function reportTwins(accounts: readonly { account: Account; row: number }[], report: Report): void {
  for (const key of ['id', 'domain', 'workspace'] as const) {
    const rows = new Map<string, number>();
    for (const { account, row } of accounts) {
      const value = account[key];
      if (value === undefined) continue;
      const before = rows.get(value);
      if (before === undefined) rows.set(value, row);
      else
        report(
          row,
          `${key === 'id' ? `name ${account.name}` : `${key} ${value}`} is in row ${before} already`,
        );
    }
  }
}
