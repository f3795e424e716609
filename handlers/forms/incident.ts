import type { FieldProblems } from '../../src/cards/card.ts';
import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import { type Desk, isTeam, roleOf } from '../../src/desk.ts';
import type { IncidentAsked, IncidentDecision } from '../../src/domain/incident/decision.ts';
import { stateImpact } from '../../src/domain/incident/declare.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import {
  cancelIncident,
  changeSeverity,
  changeStatus,
  reopenIncident,
  resolveIncident,
} from '../../src/domain/incident/lifecycle.ts';
import { addLogNote, addTask } from '../../src/domain/incident/log/log-lines.ts';
import { mayReadIncident } from '../../src/domain/incident/permission.ts';
import { instant } from '../../src/domain/time.ts';
import { severities } from '../../src/domain/words.ts';
import {
  changeIncidentAsAsked,
  incidentAskedIn,
  loadIncident,
} from '../../src/workflows/incident/change-incident.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import type { FormHandler, Submitted } from '../table.ts';
import { incidentHandleOf, readIncidentContext } from './incident-context.ts';

type Decide = (
  incident: Incident,
  ask: { readonly values: Submitted['values']; readonly asked: IncidentAsked; readonly desk: Desk },
) => IncidentDecision;

/** A form that is one decision about its incident. What would be refused is said while it is still open, at `field`. */
export function deciding(
  field: string,
  decide: Decide,
  also: (desk: Desk, event: Submitted) => FieldProblems | undefined = () => undefined,
): FormHandler {
  return {
    async check(desk, event) {
      const wrong = also(desk, event);
      if (wrong) return wrong;
      const incident = await loadIncident(desk, incidentOf(event));
      const reader = { person: event.by, role: roleOf(desk.people, event.by) };
      if (!incident || !mayReadIncident(incident, reader))
        return { [field]: 'There is no such incident that you can see.' };
      const decision = decide(incident, { values: event.values, asked: incidentAskedIn(desk, event), desk });
      return 'refused' in decision ? { [field]: incidentRefusalWords[decision.refused] } : undefined;
    },
    async submit(desk, event) {
      const changed = await changeIncidentAsAsked(
        desk,
        incidentOf(event),
        incidentAskedIn(desk, event),
        (incident, asked) => decide(incident, { values: event.values, asked, desk }),
      );
      await reportIncident(desk, incidentHandleOf(event), changed);
    },
  };
}

export function incidentOf(event: Submitted): string {
  return readIncidentContext(event).incident ?? '';
}

const cadenceOf = (desk: Desk) => desk.settings.incidents.cadence;

export const status = deciding('text', (incident, { values, asked }) => {
  const to = (['identified', 'monitoring'] as const).find((known) => known === values.to) ?? 'investigating';
  return changeStatus(incident, { to, text: values.text ?? '' }, asked);
});

export const severity = deciding('reason', (incident, { values, asked, desk }) => {
  const to = severities.find((known) => known === values.to) ?? incident.severity;
  return changeSeverity(incident, { to, reason: values.reason ?? '', cadence: cadenceOf(desk) }, asked);
});

export const impact = deciding(
  'what',
  (incident, { values, asked }) => {
    const since = sinceOf(values.since);
    return stateImpact(
      incident,
      {
        what: values.what?.trim() ?? '',
        ...(since === undefined ? {} : { since }),
        ...(values.notAffected?.trim() ? { notAffected: values.notAffected.trim() } : {}),
      },
      asked,
    );
  },
  (desk, event) => {
    const since = sinceOf(event.values.since);
    return since !== undefined && since > desk.clock.now() ? { since: 'That is still to come.' } : undefined;
  },
);

function sinceOf(value: string | undefined): string | undefined {
  const time = value ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : instant(time);
}

export const note = deciding('text', (incident, { values, asked }) =>
  addLogNote(incident, values.text ?? '', asked),
);

export const task = deciding(
  'text',
  (incident, { values, asked }) =>
    addTask(incident, { text: values.text ?? '', owner: values.owner || undefined }, asked),
  (desk, event) => {
    const { owner } = event.values;
    return owner && !isTeam(desk.people, owner) ? { owner: 'Choose somebody of the team.' } : undefined;
  },
);

export const resolve = deciding(
  'text',
  (incident, { values, asked, desk }) =>
    resolveIncident(
      incident,
      {
        text: values.text ?? '',
        dataLoss: (['yes', 'no'] as const).find((known) => known === values.dataLoss) ?? 'unknown',
        reviewOwner: values.reviewOwner ?? '',
        cadence: cadenceOf(desk),
      },
      asked,
    ),
  (desk, event) => {
    const { dataLoss, reviewOwner } = event.values;
    if (!dataLoss) return { dataLoss: 'Choose one. “Not known yet” is an answer.' };
    if (!reviewOwner) return { reviewOwner: 'Name somebody who writes down what was learned.' };
    return isTeam(desk.people, reviewOwner) ? undefined : { reviewOwner: 'Choose somebody of the team.' };
  },
);

export const reopen = deciding('reason', (incident, { values, asked, desk }) =>
  reopenIncident(incident, { reason: values.reason ?? '', cadence: cadenceOf(desk) }, asked),
);

export const cancel = deciding('reason', (incident, { values, asked }) =>
  cancelIncident(incident, values.reason ?? '', asked),
);
