import type { FieldProblems } from '../../src/cards/card.ts';
import { incidentRefusalWords } from '../../src/cards/incident/refusal-words.ts';
import type { Desk } from '../../src/desk.ts';
import type { IncidentDecision } from '../../src/domain/incident/decision.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { UpdateFields } from '../../src/domain/incident/updates/incident-update.ts';
import { kindOfWords, lastTold } from '../../src/domain/incident/updates/update-draft.ts';
import {
  type DraftedUpdate,
  draftUpdate,
  rejectUpdate,
  sayNothingNew,
} from '../../src/domain/incident/updates/updating.ts';
import {
  changeIncidentAsAsked,
  incidentAskedIn,
  loadIncident,
} from '../../src/workflows/incident/change-incident.ts';
import { findingsInWords, writtenUpdate } from '../../src/workflows/incident/updates/update-asked.ts';
import { contactOf } from '../../src/workflows/incident/updates/update-readers.ts';
import { reportIncident } from '../incident/incident-answer.ts';
import type { FormHandler, Submitted } from '../table.ts';
import { findingsPrint, findingWords } from '../update-findings.ts';
import { incidentHandleOf, incidentSubmitted, readIncidentContext } from './incident-context.ts';
import { hasSeen } from './seen.ts';

/** An update in a person's own words. What must not go out keeps the form open; what is only doubtful does so once. */
export const incidentUpdate: FormHandler = {
  async check(desk, event) {
    const incident = await loadIncident(desk, readIncidentContext(event).incident ?? '');
    if (!incident) return undefined;
    const { status, next, blockers } = event.values;
    if (!`${status ?? ''}${next ?? ''}${blockers ?? ''}`.trim())
      return { status: 'Write what customers should read.' };
    const words = wordsOf(desk, incident, event);
    return problemsOf(desk, event, {
      incident,
      words,
      decision: draftUpdate(incident, words, incidentAskedIn(desk, event)),
    });
  },
  async submit(desk, event) {
    const incident = await incidentSubmitted(desk, event);
    if (!incident) return;
    const asked = incidentAskedIn(desk, event);
    const changed = await changeIncidentAsAsked(desk, incident.id, asked, (current, by) =>
      draftUpdate(current, wordsOf(desk, current, event), by),
    );
    await reportIncident(desk, incidentHandleOf(event), changed);
  },
};

/** Worded beforehand; it goes out when it is submitted. */
export const nothingNewUpdate: FormHandler = {
  async check(desk, event) {
    const incident = await loadIncident(desk, readIncidentContext(event).incident ?? '');
    if (!incident) return undefined;
    const words = { ...(await quietWords(desk, incident, event)), kind: 'nothing_new' as const };
    const decision = sayNothingNew(incident, words, incidentAskedIn(desk, event));
    return problemsOf(desk, event, { incident, words, decision });
  },
  async submit(desk, event) {
    const incident = await incidentSubmitted(desk, event);
    if (!incident) return;
    const words = await quietWords(desk, incident, event);
    const asked = incidentAskedIn(desk, event);
    const changed = await changeIncidentAsAsked(desk, incident.id, asked, (current, by) =>
      sayNothingNew(current, words, by),
    );
    await reportIncident(desk, incidentHandleOf(event), changed);
  },
};

/** Back to whoever drafted it. */
export const rejectedUpdate: FormHandler = {
  async submit(desk, event) {
    const { update = '' } = readIncidentContext(event);
    const incident = await incidentSubmitted(desk, event);
    if (!incident) return;
    const asked = incidentAskedIn(desk, event);
    const changed = await changeIncidentAsAsked(desk, incident.id, asked, (current, by) =>
      rejectUpdate(current, { update, reason: event.values.reason ?? '' }, by),
    );
    await reportIncident(desk, incidentHandleOf(event), changed);
  },
};

async function problemsOf(
  desk: Desk,
  event: Submitted,
  {
    incident,
    words,
    decision,
  }: { readonly incident: Incident; readonly words: DraftedUpdate; readonly decision: IncidentDecision },
): Promise<FieldProblems | undefined> {
  if ('refused' in decision) return { status: incidentRefusalWords[decision.refused] };
  const findings = await findingsInWords(desk, incident, words);
  const blocking = findings.filter(({ effect }) => effect === 'blocks');
  if (blocking.length > 0) return { status: findingWords(blocking) };
  const key = `${event.form} ${event.by} ${event.handle.view ?? incident.id}`;
  return findings.length > 0 && !hasSeen(desk, key, findingsPrint(findings))
    ? { status: `${findingWords(findings)} Send again to send it anyway.` }
    : undefined;
}

function wordsOf(desk: Desk, incident: Incident, event: Submitted): DraftedUpdate {
  const { kind, update } = readIncidentContext(event);
  const isCorrection = kind === 'correction';
  return writtenUpdate(desk, incident, {
    fields: fieldsOf(event),
    kind: isCorrection ? 'correction' : kindOfWords(incident),
    corrects: isCorrection ? update : undefined,
    isLast: event.values.more === 'no',
  });
}

/** What is known of the workaround stays said. */
async function quietWords(desk: Desk, incident: Incident, event: Submitted) {
  const told = lastTold(incident);
  const fields = {
    ...fieldsOf(event),
    workaround: told?.fields.workaround ?? '',
    contact: await contactOf(desk, incident),
  };
  const { promises } = writtenUpdate(desk, incident, { fields, kind: 'nothing_new' });
  return { fields, ...(promises === undefined ? {} : { promises }) };
}

function fieldsOf({ values }: Submitted): UpdateFields {
  const field = (name: keyof UpdateFields) => values[name] ?? '';
  return {
    status: field('status'),
    next: field('next'),
    blockers: field('blockers'),
    workaround: field('workaround'),
    expect: field('expect'),
    contact: field('contact'),
  };
}
