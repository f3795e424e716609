import { z } from 'zod';
import { categories, severities } from '../domain/words.ts';
import { CalendarsSettings } from './calendar-settings.ts';
import { defaultModels, defaultPolicies, defaultQueues } from './defaults.ts';
import { Duration } from './duration.ts';
import { IncidentsSettings } from './incident-settings.ts';
import { listOf } from './list-of.ts';
import { CadenceSettings, PolicySettings } from './policy-settings.ts';
import { QuietHoursSetting } from './quiet-hours-setting.ts';
import { ChannelReference, Model, PersonReference, TimeZone } from './reference.ts';

const Queue = z.strictObject({
  name: z.string().min(1, { error: 'must not be empty' }),
  /** All given conditions must hold; without any it takes whatever no other queue takes. */
  when: z
    .strictObject({
      category: listOf(z.enum(categories)),
      severity: listOf(z.enum(severities)),
    })
    .default({}),
  channel: ChannelReference.optional(),
});

const people = z.array(PersonReference).default([]);

const atOnce = 'must be a whole number from 1 to 100';

/** The shape of desk.yaml. Every key is optional; this is the only place that knows the defaults. */
export const DeskFile = z.strictObject({
  desk: z
    .strictObject({
      name: z.string().min(1, { error: 'must not be empty' }).default('Support'),
      timezone: TimeZone.default('UTC'),
      language: z.enum(['en'], { error: 'must be en: the desk speaks no other language yet' }).default('en'),
    })
    .prefault({}),
  channels: z
    .strictObject({
      intake: z.array(ChannelReference).default(['#support']),
      triage: ChannelReference.default('#support-triage'),
      /** Without it the team's own channel. */
      incidents: ChannelReference.optional(),
      reports: ChannelReference.default('#support-reports'),
    })
    .prefault({}),
  people: z
    .strictObject({
      agents: people,
      managers: people,
      commanders: people,
      liaisons: people,
      specialists: z.record(z.string(), z.array(PersonReference)).default({}),
    })
    .prefault({}),
  queues: z.array(Queue).default(defaultQueues),
  calendars: CalendarsSettings.default({}),
  sla: z.array(PolicySettings).prefault(defaultPolicies),
  cadence: CadenceSettings.prefault({}),
  notices: z.strictObject({ quiet_hours: QuietHoursSetting.prefault('20:00-08:00') }).prefault({}),
  automation: z
    .strictObject({
      draft: z.boolean().default(true),
      auto_send: z.enum(['never', 'earned'], { error: 'must be never or earned' }).default('never'),
      auto_send_after: z
        .int({ error: 'must be a whole number, 3 or more' })
        .min(3, { error: 'must be a whole number, 3 or more' })
        .default(20),
      auto_send_delay: Duration.prefault('2m'),
      confidence: z
        .number()
        .min(0, { error: 'must be a number from 0 to 1' })
        .max(1, { error: 'must be a number from 0 to 1' })
        .default(0.75),
      agent_messages_open_tickets: z.boolean().default(false),
      quiet_close_after: Duration.prefault('3d'),
      reopen_within: Duration.prefault('7d'),
    })
    .prefault({}),
  routine: z
    .strictObject({
      stale_escalation_after: Duration.prefault('24h'),
      hold_reminder_after: Duration.prefault('2d'),
    })
    .prefault({}),
  incidents: IncidentsSettings.prefault({}),
  engine: z
    .strictObject({
      models: z
        .strictObject({
          fast: Model.default(defaultModels.fast),
          strong: Model.default(defaultModels.strong),
        })
        .prefault({}),
      daily_budget_usd: z
        .number()
        .min(0, { error: 'must be an amount such as 20; 0 keeps Claude off' })
        .default(20),
      concurrency: z.int({ error: atOnce }).min(1, { error: atOnce }).max(100, { error: atOnce }).default(16),
    })
    .prefault({}),
});
export type DeskFile = z.infer<typeof DeskFile>;
