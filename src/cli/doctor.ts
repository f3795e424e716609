import { longDays } from '../config/long-days.ts';
import { nightPromise } from '../config/night-promises.ts';
import { shortSolutions } from '../config/short-solutions.ts';
import type { Config } from '../config.ts';
import { DeskError } from '../domain/errors.ts';
import type { Clock } from '../ports.ts';
import { type AskClaude, claudeFindings } from './check-claude-settings.ts';
import { checkData } from './check-data.ts';
import { countOf } from './count-of.ts';
import { type Finding, findingLines } from './finding.ts';
import { incidentFindings } from './incident-findings.ts';

/** What the doctor looks at; each may throw what the desk would throw at start. */
export type Examined = {
  readonly config: () => Config;
  readonly personas: () => Promise<ReadonlyMap<string, unknown>>;
  readonly slack: (slack: NonNullable<Config['slack']>, config: Config) => Promise<readonly Finding[]>;
  readonly claude: AskClaude;
  readonly clock: Clock;
};

/** Checks everything the desk needs and prints each finding with its effect and repair. Returns the exit code. */
export async function doctor(examined: Examined, out: (line: string) => void): Promise<number> {
  const findings: Finding[] = [];
  const say = (found: readonly Finding[]) => {
    findings.push(...found);
    for (const line of found.flatMap(findingLines)) out(line);
  };

  say(await personaFindings(examined.personas));
  const config = await attempt(async () => examined.config());
  if ('problem' in config) {
    const { problem: what } = config;
    say([{ level: 'problem', what, effect: 'The desk does not start.', count: listedIn(what) }]);
  } else {
    say(configFindings(config.value));
    say(await checkData(config.value, examined.clock));
    say(await slackFindings(examined, config.value));
    say(await claudeFindings(config.value, examined.claude));
  }

  const count = (level: Finding['level']) =>
    findings.reduce((sum, finding) => sum + (finding.level === level ? (finding.count ?? 1) : 0), 0);
  out('');
  out(verdict(count('problem'), count('warning')));
  return count('problem') > 0 ? 1 : 0;
}

/** How many mistakes stand under the first line of a problem. */
function listedIn(problem: string): number {
  return Math.max(1, problem.split('\n').length - 1);
}

function verdict(problems: number, warnings: number): string {
  if (problems + warnings === 0) return 'Everything is in order.';
  const parts = [
    ...(problems === 0 ? [] : [countOf(problems, 'problem')]),
    ...(warnings === 0 ? [] : [countOf(warnings, 'warning')]),
  ];
  return `${parts.join(', ')}.`;
}

async function personaFindings(load: Examined['personas']): Promise<readonly Finding[]> {
  const personas = await attempt(load);
  if ('problem' in personas) {
    return [
      {
        level: 'problem',
        what: personas.problem,
        effect: 'The desk does not start.',
        repair: 'Mend the lines named above.',
        count: listedIn(personas.problem),
      },
    ];
  }
  return [{ level: 'ok', what: countOf(personas.value.size, 'persona is ready', 'personas are ready') }];
}

function configFindings(config: Config): readonly Finding[] {
  const unused = config.unused.map(
    (name): Finding => ({
      level: 'warning',
      what: `${name} is set, but this version does not use it yet`,
      effect: 'It changes nothing.',
    }),
  );
  return [
    {
      level: 'ok',
      what: config.file === undefined ? 'No desk.yaml: all defaults' : `${config.file} has no mistakes`,
    },
    ...unused,
    ...longDays(config).map((found): Finding => ({ level: 'warning', ...found, effect: longDaysEffect })),
    ...shortSolutions(config).map(
      (what): Finding => ({
        level: 'warning',
        what,
        effect: 'A ticket can be late with its solution before its first answer is due.',
        repair: 'See which of the two times is meant.',
      }),
    ),
    ...nightFindings(config),
    ...teamFindings(config),
    ...incidentFindings(config),
  ];
}

const longDaysEffect = 'The promise is kept later than it reads.';

/** A practice desk has no nights. */
function nightFindings(config: Config): readonly Finding[] {
  const found = config.mode === 'practice' ? undefined : nightPromise(config);
  if (!found) return [];
  return [
    { level: 'warning', ...found, effect: 'What comes in the night is late before anybody hears of it.' },
  ];
}

function teamFindings({ mode, people }: Config): readonly Finding[] {
  if (mode === 'practice' || people.agents.length + people.managers.length > 0) return [];
  return [
    {
      level: 'warning',
      what: 'Nobody is named under people.agents or people.managers',
      effect: 'Nobody can claim a ticket or approve an answer.',
      repair: 'Name the team in desk.yaml, for example people: { agents: [ana@example.com] }',
    },
  ];
}

async function slackFindings({ slack }: Examined, config: Config): Promise<readonly Finding[]> {
  if (config.slack === undefined) {
    return [{ level: 'ok', what: 'No SLACK_BOT_TOKEN: the desk runs its own practice workspace' }];
  }
  const settings = config.slack;
  const found = await attempt(() => slack(settings, config));
  if ('value' in found) return found.value;
  return [
    {
      level: 'problem',
      what: `Slack cannot be asked: ${found.problem}`,
      effect: 'The desk hears and says nothing.',
      repair: 'Check SLACK_BOT_TOKEN, SLACK_API_URL and the network.',
    },
  ];
}

/** A refusal of the desk's own kinds is a finding; anything else is a fault of the program and is thrown. */
async function attempt<T>(
  look: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly problem: string }> {
  try {
    return { value: await look() };
  } catch (error) {
    if (error instanceof DeskError) return { problem: error.message };
    throw error;
  }
}
