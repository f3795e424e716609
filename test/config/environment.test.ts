import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const read = (env: Record<string, string>) => readConfig(env, () => undefined);

test('no tokens means practice', () => {
  expect(read({ SLACK_BOT_TOKEN: '', HOST: ' ' })).toMatchObject({ mode: 'practice', host: '127.0.0.1' });
});

test('a bot token with a signing secret or an app token means Slack', () => {
  const http = read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' });
  expect(http).toMatchObject({ mode: 'slack', slack: { botToken: 'xoxb-1', signingSecret: 's' } });
  const socket = read({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'http://127.0.0.1:1/',
  });
  expect(socket.slack).toEqual({ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'http://127.0.0.1:1/' });
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, /neither SLACK_APP_TOKEN .* nor SLACK_SIGNING_SECRET/],
  ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is not/],
  [
    'a token of the wrong kind',
    { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: 's' },
    /must begin with xoxb-/,
  ],
  [
    'a bad address',
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'slack' },
    /SLACK_API_URL/,
  ],
  ['a bad address of Claude', { ANTHROPIC_BASE_URL: 'claude' }, /ANTHROPIC_BASE_URL must be a web address/],
  ['a bad port', { PORT: '99999' }, /PORT must be a number/],
  ['a bad level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of debug, info, warn, error/],
  [
    'a desk file that is not there',
    { MUSTER_CONFIG: '/nowhere.yaml' },
    /MUSTER_CONFIG names \/nowhere\.yaml/,
  ],
])('%s stops the start', (_name, env, words) => {
  expect(() => read(env)).toThrow(words);
});

test('a key for Claude is taken as it is, an empty one is none', () => {
  const env = { ANTHROPIC_API_KEY: ' key ', ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' };
  expect(read(env).claude).toEqual({ apiKey: 'key', baseUrl: 'http://127.0.0.1:1' });
  expect(read({ ANTHROPIC_API_KEY: '' }).claude).toEqual({ apiKey: undefined, baseUrl: undefined });
});

test('a problem never shows a secret', () => {
  let message = '';
  try {
    read({ SLACK_BOT_TOKEN: 'geheim-123', SLACK_APP_TOKEN: 'geheim-456' });
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain('SLACK_APP_TOKEN must begin with xapp-');
  expect(message).not.toContain('geheim');
});

test('settings this version does not use are named', () => {
  const config = read({ DATABASE_URL: 'postgres://x', ANTHROPIC_API_KEY: 'k', MICROSOFT_APP_ID: 'm' });
  expect(config.unused).toEqual(['DATABASE_URL', 'MICROSOFT_APP_ID']);
});

test('a desk file that cannot be opened is a problem, not a crash', () => {
  const broken = () => {
    throw new Error('EACCES: permission denied');
  };
  expect(() => readConfig({ MUSTER_CONFIG: 'd.yaml', PORT: 'x' }, broken)).toThrow(
    /PORT.*\n.*d\.yaml cannot be read/,
  );
});
