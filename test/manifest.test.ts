import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { botEvents } from '../src/chat/slack/manifest/events.ts';
import { manifestText, type Reach, slackManifest } from '../src/chat/slack/manifest/manifest.ts';
import { requiredScopes, scopes } from '../src/chat/slack/manifest/scopes.ts';
import { methodScopes } from '../src/chat/slack/method-scopes.ts';
import { manifest } from '../src/cli/manifest.ts';

const root = join(import.meta.dirname, '..');
const committed: Reach = { by: 'http', address: 'https://muster.example.com' };

/** What the desk may ask of a workspace; adding to it is a decision. */
const allowedScopes = [
  'app_mentions:read',
  'bookmarks:read',
  'bookmarks:write',
  'canvases:write',
  'channels:history',
  'channels:manage',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'pins:read',
  'pins:write',
  'reactions:read',
  'usergroups:read',
  'users:read',
  'users:read.email',
];
const allowedEvents = [
  'app_home_opened',
  'app_mention',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'pin_added',
  'pin_removed',
  'reaction_added',
];
/** Needed by something that is neither a method nor an event. */
const featureScopes = ['commands', 'files:read'];

describe('the manifest of the Slack app', () => {
  test('in the repository is the one the source makes', async () => {
    expect(await readFile(join(root, 'manifest.json'), 'utf8')).toBe(manifestText(committed));
  });

  test.each<Reach>([committed, { by: 'socket' }])('keeps the rules of Slack ($by)', async (reach) => {
    const check = await rules();
    expect(check(slackManifest(reach))).toEqual([]);
  });

  test('breaking a rule of Slack is seen', async () => {
    const check = await rules();
    const good = slackManifest(committed);
    const { display_information, settings } = good;
    expect(
      check({ ...good, display_information: { ...display_information, name: 'x'.repeat(36) } }),
    ).not.toEqual([]);
    expect(check({ ...good, settings: { ...settings, sockets: true } })).not.toEqual([]);
    expect(check({ ...good, features: { shortcuts: [{ name: 'Create ticket' }] } })).not.toEqual([]);
  });

  test('for Socket Mode names no address', () => {
    const text = manifestText({ by: 'socket' });
    expect(text).not.toMatch(/https?:/);
    expect(slackManifest({ by: 'socket' }).settings.socket_mode_enabled).toBe(true);
    expect(slackManifest(committed).settings.socket_mode_enabled).toBe(false);
  });

  test('asks for nothing that was not decided', () => {
    expect([...requiredScopes].sort()).toEqual(allowedScopes);
    expect(Object.keys(botEvents).sort()).toEqual(allowedEvents);
  });

  test('has the scope of every event it subscribes to', () => {
    for (const scope of Object.values(botEvents)) if (scope) expect(requiredScopes).toContain(scope);
  });

  test('covers every method the desk calls, and asks for nothing more', () => {
    const ofMethods = Object.values(methodScopes).flat();
    const ofEvents = Object.values(botEvents).filter((scope) => scope !== undefined);
    const needed = new Set<string>([...ofMethods, ...ofEvents, ...featureScopes]);
    expect([...needed].sort()).toEqual([...requiredScopes].sort());
    for (const reason of Object.values(scopes)) expect(reason.length).toBeGreaterThan(10);
  });

  test('no code reaches a method that is not in the table', async () => {
    const files = await slackSources();
    expect(files.length).toBeGreaterThan(30);
    const called = files.flatMap(({ text }) => methodsCalledIn(text));
    expect(called.length).toBeGreaterThan(15);
    expect(called.filter((method) => !Object.hasOwn(methodScopes, method))).toEqual([]);
    expect(Object.keys(methodScopes).filter((method) => !called.includes(method))).toEqual([]);
    // Only one file may hold the client itself, and it takes names from the table alone.
    const holders = files
      .filter(({ text }) => /\.apiCall\(|new WebClient\(/.test(text))
      .map(({ name }) => name);
    expect(holders).toEqual(['call-slack.ts']);
  });

  test('a call past the table is seen', () => {
    expect(methodsCalledIn("await client.pins.add({ channel: 'C1' })")).toEqual(['pins.add']);
    expect(methodsCalledIn("await desk.call('reactions.add', {})")).toEqual(['reactions.add']);
    expect(methodsCalledIn("client.apiCall('team.info')")).toEqual(['team.info']);
  });
});

describe('muster manifest', () => {
  test('prints the manifest with the address of the desk', async () => {
    const lines: string[] = [];
    const code = await manifest(['--address', 'https://desk.acme.test/'], (line) => lines.push(line));
    expect(code).toBe(0);
    const printed = JSON.parse(lines.join('\n'));
    expect(printed.settings.event_subscriptions.request_url).toBe('https://desk.acme.test/slack/events');
    expect(printed.features.slash_commands[0].url).toBe('https://desk.acme.test/slack/events');
  });

  test('prints the variant for Socket Mode', async () => {
    const lines: string[] = [];
    expect(await manifest(['--socket'], (line) => lines.push(line))).toBe(0);
    expect(JSON.parse(lines.join('\n'))).toEqual(slackManifest({ by: 'socket' }));
  });

  test.each([[['--adress', 'https://x.test']], [['--address', 'http://x.test']], [['--write']]])(
    'says what it does not understand: %j',
    async (args) => {
      const lines: string[] = [];
      expect(await manifest(args, (line) => lines.push(line))).toBe(2);
      expect(lines.join('\n')).toMatch(/not understood|https only/);
    },
  );
});

async function rules(): Promise<(value: unknown) => unknown[]> {
  const schema = JSON.parse(await readFile(join(root, 'test/fixtures/slack/manifest.rules.json'), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

async function slackSources(): Promise<{ name: string; text: string }[]> {
  const folder = join(root, 'src/chat/slack');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/** Web API methods named where they are called, in any of the ways there are. */
function methodsCalledIn(text: string): string[] {
  const byName =
    /(?:\bcall|apiCall)\(\s*(?:[\w!= ]+\?\s*)?'([a-zA-Z]+(?:\.[a-zA-Z]+)+)'(?:\s*:\s*'([\w.]+)')?/g;
  const byClient = /\bclient\.((?:[a-z]\w*\.)+\w+)\(/g;
  const chosen = /const method = [^;]*?'([\w.]+)'\s*:\s*'([\w.]+)'/g;
  return [byName, byClient, chosen].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter((name) => name !== undefined)),
  );
}
