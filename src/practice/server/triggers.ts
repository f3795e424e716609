import { SlackRefusal } from './slack-refusal.ts';

/** Trigger ids: what lets the desk open a form for a person who just did something. Each once, for three seconds. */
export type Triggers = { issue(person: string): string; use(id: string): string };

const livesMs = 3_000;
const kept = 10_000;

/** `use` answers the person, or refuses with Slack's error name. */
export function createTriggers(now: () => number, secret: () => string): Triggers {
  const issued = new Map<string, { person: string; at: number; used: boolean }>();
  return {
    issue(person) {
      const id = `${now()}.${issued.size}.${secret()}`;
      issued.set(id, { person, at: now(), used: false });
      const oldest = issued.keys().next().value;
      if (issued.size > kept && oldest !== undefined) issued.delete(oldest);
      return id;
    },
    use(id) {
      const trigger = issued.get(id);
      if (!trigger) throw new SlackRefusal('invalid_trigger_id');
      if (trigger.used) throw new SlackRefusal('exchanged_trigger_id');
      if (now() - trigger.at > livesMs) throw new SlackRefusal('expired_trigger_id');
      trigger.used = true;
      return trigger.person;
    },
  };
}
