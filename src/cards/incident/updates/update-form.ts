import type { Incident } from '../../../domain/incident/incident.ts';
import type { UpdateFields } from '../../../domain/incident/updates/incident-update.ts';
import { lastTold } from '../../../domain/incident/updates/update-draft.ts';
import type { UpdateKind } from '../../../domain/incident/words.ts';
import type { Block, Field, Form } from '../../card.ts';
import { plain, shortened } from '../../text.ts';
import { type IncidentFormContext, writeIncidentContext } from '../form-context.ts';
import { updateName } from '../incident-words.ts';

/** The fields of an update, to be written by a person. Empty ones the desk says in plain words by itself. */
export function incidentUpdateForm(
  incident: Incident,
  open: { readonly fields: UpdateFields; readonly context: IncidentFormContext; readonly kind: UpdateKind },
): Form {
  const { fields, kind, context } = open;
  const isFinal = kind === 'final';
  const written: readonly Field[] = [
    field('status', isFinal ? 'How it ended' : (statusLabel[kind] ?? 'Status and progress'), fields.status),
    ...(isFinal
      ? []
      : [
          field('next', 'Next steps', fields.next),
          field('blockers', 'What holds us up', fields.blockers),
          field('workaround', 'Workaround', fields.workaround),
        ]),
    field('expect', isFinal ? 'When the written review comes' : 'What else to expect', fields.expect),
    { name: 'contact', label: 'Contact', kind: 'line', initial: fields.contact, optional: true },
  ];
  return {
    form: 'incident_update',
    title: `Update on ${incident.id}`,
    submit: 'Ask for approval',
    context: writeIncidentContext({ ...context, kind }),
    blocks: [...hints(incident, open)],
    fields: kind === 'correction' ? [...written, whetherMore] : written,
  };
}

const statusLabel: Readonly<Partial<Record<UpdateKind, string>>> = { correction: 'What is right' };

/** A correction can be the last word, e.g. of a false alarm. */
const whetherMore: Field = {
  name: 'more',
  label: 'After this',
  kind: 'choice',
  options: [
    { value: 'yes', label: 'Further updates follow' },
    { value: 'no', label: 'This is the last message' },
  ],
  initial: 'yes',
};

function field(name: string, label: string, initial: string): Field {
  return { name, label, kind: 'paragraph', optional: true, ...(initial === '' ? {} : { initial }) };
}

const mostTasks = 5;

/** What the team may want to tell in customers' words; it stands here for the writer alone. */
function hints(
  incident: Incident,
  { context, kind }: { readonly context: IncidentFormContext; readonly kind: UpdateKind },
) {
  const told = lastTold(incident)?.countedAt ?? '';
  const done = incident.tasks.filter((task) => task.done !== undefined && task.done.at > told);
  const blocks: Block[] = [
    {
      type: 'context',
      line: plain(
        'Customers read your words as you write them. The desk adds the status, all times in their own zone, the next update and their ticket.',
      ),
    },
  ];
  if (kind === 'correction' && context.update !== undefined)
    blocks.push({
      type: 'context',
      line: plain(`It goes out as a correction of ${updateName(context.update)}.`),
    });
  if (done.length > 0) {
    blocks.push({
      type: 'context',
      line: plain(
        `Done since the last update, for your eyes only: ${done
          .slice(-mostTasks)
          .map(({ text }) => shortened(text, 80))
          .join(' · ')}`,
      ),
    });
  }
  return blocks;
}

/** Why an update is sent back to whoever drafted it. */
export function rejectUpdateForm(context: IncidentFormContext & { readonly update: string }): Form {
  return {
    form: 'incident_reject_update',
    title: 'Reject the update',
    submit: 'Reject',
    context: writeIncidentContext(context),
    blocks: [],
    fields: [{ name: 'reason', label: 'Why, so that the next draft is right', kind: 'paragraph' }],
  };
}

/** Nothing happened; what was ruled out still helps. */
export function nothingNewForm(context: IncidentFormContext): Form {
  return {
    form: 'incident_nothing_new',
    title: 'Nothing new',
    submit: 'Send',
    context: writeIncidentContext(context),
    blocks: [
      {
        type: 'context',
        line: plain('Customers read at once that the work goes on, and when they hear next.'),
      },
    ],
    fields: [
      { name: 'status', label: 'What was ruled out', kind: 'paragraph', optional: true },
      { name: 'next', label: 'What comes next', kind: 'paragraph', optional: true },
    ],
  };
}
