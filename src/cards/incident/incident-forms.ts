import type { Incident } from '../../domain/incident/incident.ts';
import { customerStatuses } from '../../domain/incident/words.ts';
import { type Severity, severities } from '../../domain/words.ts';
import type { Field, Form } from '../card.ts';
import { bold, plain, shortened } from '../text.ts';
import { severityWords } from '../wording.ts';
import { customerStatusWords } from './incident-words.ts';

/** A form about one incident; its number stands in the title. */
function about(incident: Incident, form: Omit<Form, 'blocks'> & { readonly hint?: string }): Form {
  const { hint, ...rest } = form;
  return {
    ...rest,
    blocks: [
      { type: 'text', lines: [[bold(`${incident.id} · ${shortened(incident.title, 120)}`)]] },
      ...(hint === undefined ? [] : [{ type: 'context' as const, line: plain(hint) }]),
    ],
  };
}

const reason = (label: string): Field => ({ name: 'reason', label, kind: 'paragraph' });

/** What customers are told from now on. */
export function statusForm(incident: Incident, to: string | undefined, context: string): Form {
  const offered = customerStatuses.filter((status) => status !== 'resolved');
  return about(incident, {
    form: 'incident_status',
    title: `${incident.id}: status`,
    submit: 'Change',
    context,
    hint: 'Customers are owed an update at once.',
    fields: [
      {
        name: 'to',
        label: 'Customers are told',
        kind: 'choice',
        initial: offered.find((status) => status === to) ?? offered[0] ?? 'investigating',
        options: offered.map((value) => ({ value, label: customerStatusWords[value] })),
      },
      {
        name: 'text',
        label: 'What do we know now?',
        kind: 'paragraph',
        hint: 'It begins the next update to customers. Name no other customer and nothing internal.',
      },
    ],
  });
}

export function severityForm(incident: Incident, to: Severity | undefined, context: string): Form {
  return about(incident, {
    form: 'incident_severity',
    title: `${incident.id}: severity`,
    submit: 'Change',
    context,
    hint: 'A lesser one never makes customers wait longer than they were told.',
    fields: [
      {
        name: 'to',
        label: 'Severity',
        kind: 'choice',
        initial: to ?? incident.severity,
        options: severities.map((value) => ({ value, label: severityWords[value] })),
      },
      reason('Why?'),
    ],
  });
}

export function impactForm(incident: Incident, context: string): Form {
  const { impact } = incident;
  return about(incident, {
    form: 'incident_impact',
    title: `${incident.id}: impact`,
    submit: 'Save',
    context,
    hint: 'Customers may read this. Name no other customer and nothing internal.',
    fields: [
      {
        name: 'what',
        label: 'What is broken, for whom?',
        kind: 'paragraph',
        ...(impact ? { initial: impact.what } : {}),
      },
      {
        name: 'since',
        label: 'Since',
        kind: 'moment',
        optional: true,
        ...(impact?.since ? { initial: impact.since } : {}),
      },
      {
        name: 'notAffected',
        label: 'What still works?',
        kind: 'line',
        optional: true,
        ...(impact?.notAffected ? { initial: impact.notAffected } : {}),
      },
    ],
  });
}

export function logNoteForm(incident: Incident, context: string): Form {
  return about(incident, {
    form: 'incident_note',
    title: `${incident.id}: note`,
    submit: 'Save note',
    context,
    hint: 'Only the team sees this. It stands in the log.',
    fields: [{ name: 'text', label: 'What happened?', kind: 'paragraph' }],
  });
}

export function taskForm(incident: Incident, context: string): Form {
  return about(incident, {
    form: 'incident_task',
    title: `${incident.id}: task`,
    submit: 'Add task',
    context,
    fields: [
      { name: 'text', label: 'What is to be done now?', kind: 'line' },
      { name: 'owner', label: 'Who does it?', kind: 'person', optional: true },
    ],
  });
}

export function reopenForm(incident: Incident, context: string): Form {
  return about(incident, {
    form: 'incident_reopen',
    title: `${incident.id}: it is back`,
    submit: 'Reopen',
    context,
    hint: 'Its roles are asked again, and customers are owed an update.',
    fields: [reason('What is back?')],
  });
}

export function cancelForm(incident: Incident, context: string): Form {
  return about(incident, {
    form: 'incident_cancel',
    title: `${incident.id}: call it off`,
    submit: 'Call it off',
    context,
    hint: 'For a false alarm. Customers who were told of it get a correction first.',
    fields: [reason('Why is it none?')],
  });
}
