import type { Config } from './config.ts';
import type { People } from './desk.ts';
import type { DeskSettings, Queue } from './domain/desk-settings.ts';
import { Misconfigured } from './domain/errors.ts';
import { minute, second } from './domain/time.ts';
import type { Chat } from './ports.ts';
import { type Promises, promisesOf } from './promises-of.ts';

/** Turns the configuration's names into the platform's ids. Throws one `Misconfigured` that lists every unknown name. */
export async function resolveSettings(
  config: Config,
  chat: Pick<Chat, 'resolve'>,
): Promise<{
  readonly settings: Omit<DeskSettings, 'policies'>;
  readonly people: People;
  readonly promises: Promises;
}> {
  const problems: string[] = [];
  const channel = async (reference: string, setting: string): Promise<string> => {
    const [id] = await chat.resolve(reference);
    if (id === undefined) {
      problems.push(
        `${setting}: there is no channel ${reference}. Create it, or invite the desk if it is private.`,
      );
    }
    return id ?? reference;
  };
  const persons = async (references: readonly string[], setting: string): Promise<ReadonlySet<string>> => {
    const found = await Promise.all(
      references.map(async (reference) => {
        const ids = await chat.resolve(reference);
        if (ids.length === 0)
          problems.push(`${setting}: nobody is called ${reference}. Correct the address or id.`);
        return ids;
      }),
    );
    return new Set(found.flat());
  };
  const channels = {
    intake: await Promise.all(config.channels.intake.map((name) => channel(name, 'channels.intake'))),
    triage: await channel(config.channels.triage, 'channels.triage'),
  };
  const queues = await queuesOf(config, channel);
  const people = {
    agents: await persons(config.people.agents, 'people.agents'),
    managers: await persons(config.people.managers, 'people.managers'),
  };
  const promises = await promisesOf(config, channel);
  if (problems.length > 0) {
    throw new Misconfigured(
      `The desk did not start. Slack does not know some names in its settings:\n  ${problems.join('\n  ')}`,
    );
  }
  const { automation } = config;
  return {
    people,
    promises,
    settings: {
      name: config.desk.name,
      timezone: config.desk.timezone,
      channels,
      queues,
      notices: { quietHours: config.notices.quiet_hours },
      routine: {
        staleEscalationMs: config.routine.stale_escalation_after,
        holdReminderMs: config.routine.hold_reminder_after,
      },
      automation: {
        draft: automation.draft,
        confidence: automation.confidence,
        autoSend: automation.auto_send,
        autoSendAfter: automation.auto_send_after,
        autoSendDelayMs: automation.auto_send_delay,
        agentMessagesOpenTickets: automation.agent_messages_open_tickets,
        quietCloseMs: automation.quiet_close_after,
        reopenWithinMs: automation.reopen_within,
        burstMs: minute,
        showAfterMs: 1.5 * second,
      },
    },
  };
}

const any = [undefined];

/** A queue that names several categories or severities becomes one rule for each combination. */
async function queuesOf(
  config: Config,
  channel: (reference: string, setting: string) => Promise<string>,
): Promise<readonly Queue[]> {
  const rules = config.queues.map(async ({ name, when, channel: own }) => {
    const id = own === undefined ? undefined : await channel(own, `queues.${name}.channel`);
    const rest = id === undefined ? { name } : { name, channel: id };
    const combinations = (when.category ?? any).flatMap((category) =>
      (when.severity ?? any).map((severity) => ({ category, severity })),
    );
    return combinations.map((each): Queue => ({ ...rest, when: each }));
  });
  return (await Promise.all(rules)).flat();
}
