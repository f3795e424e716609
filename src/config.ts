import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { readCalendars } from './config/calendars.ts';
import { crossChecks } from './config/cross-checks.ts';
import { DeskFile } from './config/desk-file.ts';
import {
  type ClaudeSettings,
  type Environment,
  type LogLevel,
  readEnvironment,
  type SlackSettings,
} from './config/environment.ts';
import { holidayYears } from './config/holiday-file.ts';
import { notUsedYet } from './config/not-used-yet.ts';
import { readYaml } from './config/yaml-text.ts';
import type { Calendar } from './domain/calendar/calendar.ts';
import { Misconfigured } from './domain/errors.ts';

/** Everything the desk is told from outside, checked. Times are in milliseconds, keys as in desk.yaml. */
export type Config = Omit<DeskFile, 'calendars'> & {
  /** Ready to use, holiday files read; the built-in `always` comes first. */
  readonly calendars: readonly Calendar[];
  /** Without a bot token the desk runs its own practice workspace. */
  readonly mode: 'practice' | 'slack';
  readonly slack: SlackSettings | undefined;
  readonly claude: ClaudeSettings;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Undefined when LOG_LEVEL is not set. */
  readonly logLevel: LogLevel | undefined;
  /** Path of the desk file that was read, if any. */
  readonly file: string | undefined;
  /** Settings that are given but do nothing in this version: said in the log at start, never silently ignored. */
  readonly unused: readonly string[];
};

/** The text of a file; undefined when there is none. Throws when it is there and cannot be read. */
export type ReadText = (path: string) => string | undefined;

const defaultFile = 'desk.yaml';

/** Reads environment and desk file; throws one `Misconfigured` that lists every problem of both. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, readText: ReadText): Config {
  const { environment, problems } = readEnvironment(env);
  const desk = readDeskFile(environment, readText);
  const all = [...problems, ...desk.problems];
  if (desk.value === undefined || all.length > 0) throw new Misconfigured(listOf(all));
  const { slack, claude, host, port, dataFolder, logLevel, unused } = environment;
  return {
    ...desk.value,
    calendars: desk.calendars,
    mode: slack === undefined ? 'practice' : 'slack',
    slack,
    claude,
    host,
    port,
    dataFolder,
    logLevel,
    file: desk.file,
    unused: [...unused, ...desk.unused],
  };
}

/**
 * The configuration of this process. In development a `.env` file fills in what the environment leaves open. In practice
 * the desk file is `practiceFile`, with the practice workspace's own people and channels, unless there is another.
 */
export function loadConfig(practiceFile?: string): Config {
  if (process.env.NODE_ENV !== 'production' && existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env, textOf);
  if (config.mode !== 'practice' || config.file !== undefined || practiceFile === undefined) return config;
  const practice = readConfig({ ...process.env, MUSTER_CONFIG: practiceFile }, textOf);
  // What the shipped file sets for later versions is no news to whoever only tries the desk.
  return { ...practice, unused: config.unused };
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

type DeskReading = {
  readonly value: DeskFile | undefined;
  readonly calendars: readonly Calendar[];
  readonly problems: readonly string[];
  readonly file: string | undefined;
  readonly unused: readonly string[];
};

function readDeskFile(environment: Environment, readText: ReadText): DeskReading {
  const path = environment.configPath ?? defaultFile;
  const none = { file: undefined, unused: [], calendars: [] };
  let text: string | undefined;
  try {
    text = readText(path);
  } catch (error) {
    // A folder or a file without read permission: a problem like any other, listed with the rest.
    const reason = error instanceof Error ? error.message : 'it cannot be opened';
    return { ...none, value: undefined, problems: [`${path} cannot be read: ${reason}`] };
  }
  if (text === undefined && environment.configPath !== undefined) {
    return {
      ...none,
      value: undefined,
      problems: [`MUSTER_CONFIG names ${path}, but there is no such file`],
    };
  }
  const reading = readYaml(text ?? '', DeskFile);
  const crossed = reading.sound === undefined ? [] : crossChecks(reading.sound, reading);
  const calendars = readCalendars(reading.sound?.calendars ?? {}, {
    timezone: reading.sound?.desk.timezone ?? 'UTC',
    years: holidayYears,
    readText: (beside) => readText(isAbsolute(beside) ? beside : join(dirname(path), beside)),
    lineOf: reading.lineOf,
  });
  const found = [...reading.problems, ...crossed, ...calendars.problems].sort((a, b) => a.line - b.line);
  return {
    value: reading.value,
    calendars: calendars.value,
    problems: found.map(({ line, problem }) => `${path}:${line}: ${problem}`),
    file: text === undefined ? undefined : path,
    unused: reading.value === undefined ? [] : notUsedYet(reading.has),
  };
}

function listOf(problems: readonly string[]): string {
  const count = problems.length === 1 ? 'There is one problem' : `There are ${problems.length} problems`;
  return [`The desk did not start. ${count} in its settings:`, ...problems.map((each) => `  ${each}`)].join(
    '\n',
  );
}
