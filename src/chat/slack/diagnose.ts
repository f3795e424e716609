import { z } from 'zod';
import { DeskError, Refused } from '../../domain/errors.ts';
import { second } from '../../domain/time.ts';
import { askedTwice } from './asked-twice.ts';
import { anyAnswer, type CallSlack, slackCaller } from './call-slack.ts';
import { askDeskUser, type DeskUser } from './desk-user.ts';
import { fromDeskId } from './ids.ts';
import { requiredScopes, scopes } from './manifest/scopes.ts';
import { openResolve } from './resolve.ts';

/** One thing that was looked at: what it is, what follows for people, and what to do about it. */
export type Finding = {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly what: string;
  readonly effect: string;
  readonly repair: string;
};

export type SlackSetup = {
  readonly botToken: string;
  readonly appToken?: string | undefined;
  readonly apiUrl: string | undefined;
  /** Names (`#support`) or ids, as in the settings. */
  readonly channels: readonly string[];
  /** E-mail addresses, user ids or user groups, as in the settings. */
  readonly people: readonly string[];
};

const timeoutMs = 10 * second;
const notStarting = 'The desk does not start.';

/** Looks at tokens, permissions and channels, without changing or saying anything in Slack. */
export async function diagnoseSlack(setup: SlackSetup): Promise<Finding[]> {
  const { apiUrl } = setup;
  const call = askedTwice(slackCaller({ token: setup.botToken, apiUrl, timeoutMs }));
  const token = await tried(() => askDeskUser(call));
  const socket = setup.appToken === undefined ? [] : [await socketFinding(setup.appToken, apiUrl)];
  if ('error' in token) return [tokenProblem(token.error), ...socket];
  const me = token.value;
  const resolve = openResolve(call, Date.now);
  const channels: Finding[] = [];
  for (const name of new Set(setup.channels)) channels.push(await channelFinding(name, { call, resolve }));
  const people: Finding[] = [];
  for (const name of new Set(setup.people)) people.push(...(await personFindings(name, resolve)));
  return [
    ok(`The desk is in the workspace ${me.teamName}.`),
    ...permissionFindings(me),
    ...channels,
    ...(people.length === 0 && setup.people.length > 0 ? [ok('Slack knows everybody named.')] : people),
    ...socket,
  ];
}

function permissionFindings(me: DeskUser): Finding[] {
  const granted = me.scopes;
  if (granted === undefined) {
    return [
      {
        level: 'warning',
        what: 'The server does not tell which permissions the app has.',
        effect: 'A missing one shows only when something is refused.',
        repair: 'Compare the app with manifest.json.',
      },
    ];
  }
  const missing = requiredScopes.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return [ok('The app has every permission it needs.')];
  return missing.map((scope) => ({
    level: 'problem',
    what: `The app lacks the permission ${scope}.`,
    effect: `It cannot do this: ${scopes[scope]}.`,
    repair:
      'Update the app from manifest.json and install it again: permissions are granted at installation.',
  }));
}

const Channel = z.object({
  channel: z.object({
    id: z.string(),
    name: z.string().nullish(),
    is_member: z.boolean().nullish(),
    is_archived: z.boolean().nullish(),
  }),
});

async function channelFinding(
  name: string,
  slack: { readonly call: CallSlack; readonly resolve: (name: string) => Promise<readonly string[]> },
): Promise<Finding> {
  const looked = await tried(async () => {
    const [id] = await slack.resolve(name);
    if (id === undefined) return undefined;
    return (await slack.call('conversations.info', { channel: fromDeskId(id) }, Channel)).channel;
  });
  if ('error' in looked) {
    const { error } = looked;
    if (!(error instanceof Refused))
      return channelProblem(`${name} could not be looked up: ${error.message}`, 'Try again.');
  }
  const channel = 'error' in looked ? undefined : looked.value;
  if (!channel) {
    return channelProblem(
      `The channel ${name} was not found.`,
      `Check its spelling in desk.yaml. When it is private, invite the desk first: /invite @Muster in ${name}.`,
      notStarting,
    );
  }
  if (channel.is_archived)
    return channelProblem(`The channel ${name} is archived.`, 'Unarchive it or name another.');
  if (channel.is_member) return ok(`The desk is in ${name}.`);
  return channelProblem(`The desk is not in ${name}.`, `Write /invite @Muster in ${name}.`);
}

function channelProblem(
  what: string,
  repair: string,
  effect = 'Messages there never reach the desk.',
): Finding {
  return { level: 'problem', what, effect, repair };
}

/** What is wrong with one name under people; nothing when Slack knows it. */
async function personFindings(
  name: string,
  resolve: (name: string) => Promise<readonly string[]>,
): Promise<Finding[]> {
  const looked = await tried(() => resolve(name));
  if ('error' in looked) {
    const what = `${name} could not be looked up: ${looked.error.message}`;
    return [{ level: 'problem', what, effect: notStarting, repair: 'Mend that, then try again.' }];
  }
  if (looked.value.length > 0) return [];
  const repair = 'Correct the address, id or group under people in desk.yaml.';
  return [{ level: 'problem', what: `Nobody in Slack is called ${name}.`, effect: notStarting, repair }];
}

/** Asks for a socket address, which also shows that Socket Mode is on. It is not used. */
async function socketFinding(appToken: string, apiUrl: string | undefined): Promise<Finding> {
  const call = askedTwice(slackCaller({ token: appToken, apiUrl, timeoutMs }));
  const opened = await tried(() => call('apps.connections.open', {}, anyAnswer));
  if (!('error' in opened)) return ok('The app token opens a connection.');
  return {
    level: 'problem',
    what: opened.error.message,
    effect: 'The desk hears nothing from Slack.',
    repair: 'Make an app-level token with connections:write, switch Socket Mode on, and set SLACK_APP_TOKEN.',
  };
}

function tokenProblem(error: DeskError): Finding {
  return {
    level: 'problem',
    what: error.message,
    effect: 'The desk can neither hear nor say anything.',
    repair:
      error.name === 'Unreachable'
        ? 'Check the network of this machine, its proxy, and SLACK_API_URL.'
        : 'Copy the Bot User OAuth Token from the settings of the app into SLACK_BOT_TOKEN.',
  };
}

function ok(what: string): Finding {
  return { level: 'ok', what, effect: '', repair: '' };
}

/** A failure is a finding here. Other errors are our own mistakes and go on. */
async function tried<T>(ask: () => Promise<T>): Promise<{ value: T } | { error: DeskError }> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof DeskError) return { error };
    throw error;
  }
}
