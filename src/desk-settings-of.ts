import type { Config } from './config.ts';
import type { People } from './desk.ts';
import type { DeskSettings, Queue } from './domain/desk-settings.ts';
import { Misconfigured } from './domain/errors.ts';
import type { IncidentSettings } from './domain/incident/settings.ts';
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
  const incidents = await incidentSettingsOf(config, { channel, persons });
  const queues = await queuesOf(config, channel);
  const managers = await persons(config.people.managers, 'people.managers');
  const listed = await persons(config.people.agents, 'people.agents');
  const people = {
    // Whoever may be asked to lead an incident or to write to its customers can press what that takes.
    agents: new Set([
      ...listed,
      ...[...incidents.commanders, ...incidents.liaisons].filter((person) => !managers.has(person)),
    ]),
    managers,
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
      incidents: {
        ...incidents,
        agents: [...people.agents],
        managers: [...people.managers],
      },
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

/** How incidents are handled. Without a channel of their own they are announced to the team. */
async function incidentSettingsOf(
  { channels, people, incidents }: Config,
  {
    channel,
    persons,
  }: {
    readonly channel: (reference: string, setting: string) => Promise<string>;
    readonly persons: (references: readonly string[], setting: string) => Promise<ReadonlySet<string>>;
  },
): Promise<Omit<IncidentSettings, 'agents' | 'managers'>> {
  const specialists = await Promise.all(
    Object.entries(people.specialists).map(
      async ([area, known]) => [area, [...(await persons(known, `people.specialists.${area}`))]] as const,
    ),
  );
  return {
    declare: incidents.declare,
    rooms: incidents.rooms,
    channel: await channel(channels.incidents ?? channels.triage, 'channels.incidents'),
    cadence: {
      firstMs: incidents.first_update,
      activeMs: incidents.updates,
      monitoringMs: incidents.updates_while_monitoring,
      finalMs: incidents.final_update,
    },
    internalMs: incidents.internal_update,
    archiveAfterMs: incidents.archive_after,
    recurrenceAfterMs: incidents.recurrence_check_after,
    commanders: [...(await persons(people.commanders, 'people.commanders'))],
    liaisons: [...(await persons(people.liaisons, 'people.liaisons'))],
    specialists: Object.fromEntries(specialists),
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
