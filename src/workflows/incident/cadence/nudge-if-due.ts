import type { Desk } from '../../../desk.ts';
import type { NudgeRule } from '../../../domain/incident/cadence/nudging.ts';
import { nothingFollows, stampOf } from '../../../domain/incident/decision.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Claims, Timer } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk } from '../change-incident.ts';

/** Reminds people of what only they can do, when that is still due. */
export async function nudgeIfDue(
  desk: Desk,
  { id, timer }: Pick<Claims['timers'], 'id' | 'timer'>,
  rule: NudgeRule,
): Promise<void> {
  await changeIncident(
    desk,
    id,
    (incident) => {
      const due = rule(incident, desk.settings.incidents);
      if (!due || due.at > momentOf(desk, timer)) return nothingFollows;
      const stamp = stampOf(incidentAskedByDesk(desk));
      return { events: [{ type: 'nudged', about: due.about, to: [...due.to], ...stamp }] };
    },
    { fired: timer },
  );
}

/** Now, or when the timer was due: a clock that was set back since it fired takes nothing away from it. */
export function momentOf({ clock }: Pick<Desk, 'clock'>, { dueAt }: Timer): Instant {
  const now = clock.now();
  return now > dueAt ? now : dueAt;
}
