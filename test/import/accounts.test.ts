import { expect, test } from 'vitest';
import { Invalid } from '../../src/domain/errors.ts';
import { readAccounts } from '../../src/import/accounts.ts';

const read = (text: string) => readAccounts(text, 'accounts.csv');

function problemsOf(text: string): string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.message.split('\n');
  }
}

const header = 'name,domain,workspace,plan,annual_revenue,owner,configuration\n';
const acme = {
  id: 'acme-retail',
  name: 'Acme Retail',
  domain: 'acme.test',
  plan: 'enterprise',
  annualRevenue: 120_000,
};

test('a row becomes an account', () => {
  expect(
    read(`${header}Acme Retail,ACME.test,T01,Enterprise,120000,ana@desk.test,"EU region; SSO, Okta"\n`),
  ).toEqual([{ ...acme, workspace: 'T01', owner: 'ana@desk.test', configuration: 'EU region; SSO, Okta' }]);
});

test.each([
  [
    'byte order mark and Windows line ends',
    '\uFEFFname,domain,plan,annual_revenue\r\nAcme Retail,acme.test,enterprise,120000\r\n',
  ],
  [
    'semicolons and grouped digits',
    'Name;Domain;Plan;Annual revenue\nAcme Retail;acme.test;enterprise;120,000\n',
  ],
  ['tabs', 'name\tdomain\tplan\tannual-revenue\nAcme Retail\tacme.test\tenterprise\t120 000\n'],
  [
    'another order and an empty row',
    'plan,annual_revenue,name,domain\n\nenterprise,120000,Acme Retail,acme.test\n,,,\n',
  ],
  ['a missing last cell', 'domain,name,plan,annual_revenue,owner\nacme.test,Acme Retail,enterprise,120000\n'],
])('%s are understood', (_name, text) => {
  expect(read(text)).toEqual([acme]);
});

test('every mistake is reported with its row, and nothing is half read', () => {
  const text = `${header}Acme,acme.test,,gold,1,,
,b.test,,standard,2,,

Cee,c.test,,standard,many,,
Dee,acme dot test,,standard,4,ana,
ACME,e.test,,standard,5,,
Eff,f.test,,standard,6,,
Gee,F.test,,standard,7,,,
Hah,h.test,,standard,8,,a,b
`;
  expect(problemsOf(text)).toEqual([
    'accounts.csv: row 2: plan gold is not known; it is one of enterprise, business, standard',
    'accounts.csv: row 3: name is empty',
    'accounts.csv: row 5: annual_revenue many is not a number; write it like 120000',
    'accounts.csv: row 6: domain acme dot test is not a domain; write it like acme.com',
    'accounts.csv: row 6: owner ana is not an e-mail address',
    'accounts.csv: row 9: domain f.test is in row 8 already',
    'accounts.csv: row 10: has 8 cells for 7 columns; put a cell that holds the separator in quotes',
  ]);
});

test('two names that differ in spelling only are one name', () => {
  expect(problemsOf(`${header}Acme Retail,,,standard,1,,\nacme  retail!,,,standard,2,,\n`)).toEqual([
    'accounts.csv: row 3: name acme  retail! is in row 2 already',
  ]);
});

test.each<[string, string, string[]]>([
  [
    'nothing',
    '',
    [
      'accounts.csv: row 1: is missing; it names the columns: name,domain,workspace,plan,annual_revenue,owner,configuration',
    ],
  ],
  ['a header alone', header, ['accounts.csv: row 1: is the header; no accounts follow']],
  [
    'a header with mistakes',
    'name,name,plann,colour\nx,y,z,1\n',
    [
      'accounts.csv: row 1: column name is there twice',
      'accounts.csv: row 1: column plann is not known; did you mean plan?',
      'accounts.csv: row 1: column colour is not known; known are name, domain, workspace, plan, annual_revenue, owner, configuration',
      'accounts.csv: row 1: column plan is missing',
      'accounts.csv: row 1: column annual_revenue is missing',
    ],
  ],
])('%s is refused', (_name, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('a quotation mark that is never closed is a plain refusal', () => {
  expect(problemsOf(`${header}"Acme,acme.test,,standard,1,,\n`)).toEqual([
    expect.stringMatching(/^accounts\.csv cannot be read as CSV near line \d+: a quotation mark/),
  ]);
});
