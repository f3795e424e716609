import { z } from 'zod';
import type { Setting, SettingName } from './settings.ts';
import { settings } from './settings.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** How the desk talks to Slack. Without a signing secret it uses Socket Mode. */
export type SlackSettings = {
  readonly botToken: string;
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly apiUrl?: string;
};

/** How Claude is reached. Without a key the desk works with its offline engine. */
export type ClaudeSettings = { readonly apiKey: string | undefined; readonly baseUrl: string | undefined };

export type Environment = {
  readonly slack: SlackSettings | undefined;
  readonly claude: ClaudeSettings;
  readonly host: string;
  readonly port: number;
  readonly configPath: string | undefined;
  readonly dataFolder: string;
  readonly logLevel: LogLevel | undefined;
  /** Names of settings that are given but mean nothing to this version. */
  readonly unused: readonly SettingName[];
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Problems name the variable and never show its value, which may be a secret. */
export function readEnvironment(env: Variables): {
  readonly environment: Environment;
  readonly problems: readonly string[];
} {
  // An empty variable is what is left of an unset one in most deployment tools.
  const given = (name: SettingName) => env[name]?.trim() || undefined;
  const problems: string[] = [];
  const port = Number(given('PORT') ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push('PORT must be a number from 0 to 65535');
  const level = z.enum(logLevels).optional().safeParse(given('LOG_LEVEL'));
  if (!level.success) problems.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}`);
  const apiUrl = given('SLACK_API_URL');
  if (apiUrl !== undefined && !isWebAddress(apiUrl)) {
    problems.push('SLACK_API_URL must be a web address such as https://slack.example.com/api/');
  }
  const baseUrl = given('ANTHROPIC_BASE_URL');
  if (baseUrl !== undefined && !isWebAddress(baseUrl)) {
    problems.push('ANTHROPIC_BASE_URL must be a web address such as https://gateway.example.com');
  }
  const slack = slackSettings(given, problems);
  return {
    environment: {
      slack,
      claude: { apiKey: given('ANTHROPIC_API_KEY'), baseUrl },
      host: given('HOST') ?? '127.0.0.1',
      port,
      configPath: given('MUSTER_CONFIG'),
      dataFolder: given('MUSTER_DATA') ?? './data',
      logLevel: level.data,
      unused: settings.filter(isUnused).flatMap(({ name }) => (given(name) === undefined ? [] : [name])),
    },
    problems,
  };
}

function slackSettings(
  given: (name: SettingName) => string | undefined,
  problems: string[],
): SlackSettings | undefined {
  const botToken = given('SLACK_BOT_TOKEN');
  const signingSecret = given('SLACK_SIGNING_SECRET');
  const appToken = given('SLACK_APP_TOKEN');
  const apiUrl = given('SLACK_API_URL');
  if (botToken === undefined) {
    for (const [name, value] of Object.entries({
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: apiUrl,
    })) {
      if (value !== undefined) {
        problems.push(`${name} is set, but SLACK_BOT_TOKEN is not; set both for Slack, or none to practise`);
      }
    }
    return undefined;
  }
  if (!/^(xoxe\.)?xoxb-/.test(botToken)) {
    problems.push('SLACK_BOT_TOKEN must begin with xoxb- (OAuth & Permissions → Bot User OAuth Token)');
  }
  if (appToken !== undefined && !appToken.startsWith('xapp-')) {
    problems.push('SLACK_APP_TOKEN must begin with xapp- (Basic Information → App-Level Tokens)');
  }
  if (signingSecret === undefined && appToken === undefined) {
    problems.push(
      'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode, no public address needed) nor ' +
        'SLACK_SIGNING_SECRET (HTTP); set one of them, or unset the bot token to practise',
    );
  }
  return {
    botToken,
    ...(signingSecret === undefined ? {} : { signingSecret }),
    ...(appToken === undefined ? {} : { appToken }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  };
}

function isWebAddress(text: string): boolean {
  return z.url({ protocol: /^https?$/ }).safeParse(text).success;
}

function isUnused({ meaning }: Setting): boolean {
  return meaning.endsWith('(not used yet)');
}
