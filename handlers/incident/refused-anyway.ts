import { type Desk, roleOf } from '../../src/desk.ts';
import type { PersonId } from '../../src/domain/chat-event.ts';
import type {
  IncidentAsked,
  IncidentDecision,
  IncidentRefusalCode,
} from '../../src/domain/incident/decision.ts';
import { detachTicket, stateImpact } from '../../src/domain/incident/declare.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import {
  cancelIncident,
  changeSeverity,
  changeStatus,
  reopenIncident,
  resolveIncident,
} from '../../src/domain/incident/lifecycle.ts';
import { mayDo } from '../../src/domain/incident/permission.ts';
import { customerStatuses } from '../../src/domain/incident/words.ts';
import type { IncidentFormName } from './incident-form.ts';

/** Words that stand for what somebody would write. */
const words = '…';

/**
 * Why what a form asks for would be refused whatever is filled in, so that nobody fills it in for nothing. `given` is
 * what was chosen already.
 */
export function refusedAnyway(
  desk: Pick<Desk, 'people' | 'settings' | 'clock'>,
  ask: {
    readonly form: IncidentFormName;
    readonly incident: Incident;
    readonly given: string;
    readonly person: PersonId;
  },
): IncidentRefusalCode | undefined {
  const { incident, person } = ask;
  const asked: IncidentAsked = {
    by: person,
    role: roleOf(desk.people, person),
    at: desk.clock.now(),
    source: 'form',
  };
  const { cadence } = desk.settings.incidents;
  const to = customerStatuses.find((each) => each === ask.given);
  const trials: Partial<Record<IncidentFormName, () => IncidentDecision>> = {
    status: () =>
      changeStatus(
        incident,
        { to: to === undefined || to === 'resolved' ? 'investigating' : to, text: words },
        asked,
      ),
    severity: () => changeSeverity(incident, { to: incident.severity, reason: words, cadence }, asked),
    impact: () => stateImpact(incident, { what: words }, asked),
    detach: () => detachTicket(incident, '', asked),
    resolve: () =>
      resolveIncident(incident, { text: words, dataLoss: 'unknown', reviewOwner: person, cadence }, asked),
    reopen: () => reopenIncident(incident, { reason: words, cadence }, asked),
    cancel: () => cancelIncident(incident, words, asked),
    merge: () => (mayDo(incident, 'merge', asked) ? { events: [] } : { refused: 'not_allowed' }),
  };
  const decision = trials[ask.form]?.();
  return decision && 'refused' in decision ? decision.refused : undefined;
}
