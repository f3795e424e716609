import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { type LeadRole, leadRoles } from '../../../domain/incident/words.ts';
import type { Form } from '../../card.ts';
import { plain, shortened } from '../../text.ts';
import { incidentName, roleWords } from '../incident-words.ts';

/** Who should take over a part. */
export function handOverForm(
  incident: Incident,
  { role, context }: { readonly role: LeadRole | undefined; readonly context: string },
): Form {
  const holder = role && holderOf(incident, role);
  return {
    form: 'role_hand_over',
    title: shortened(`Hand over ${incidentName(incident)}`, 24),
    submit: 'Ask them',
    context,
    blocks: [
      {
        type: 'context',
        line:
          holder === undefined
            ? plain('They are asked in a direct message.')
            : [{ person: holder }, { text: ' keeps the part until they accept.' }],
      },
    ],
    fields: [
      {
        name: 'role',
        label: 'Part',
        kind: 'choice',
        options: leadRoles.map((each) => ({ value: each, label: roleWords[each] })),
        ...(role === undefined ? {} : { initial: role }),
      },
      { name: 'person', label: 'Person', kind: 'person' },
      {
        name: 'note',
        label: 'What they should know',
        kind: 'paragraph',
        optional: true,
        hint: 'It stands in the log. Customers do not see it.',
      },
    ],
  };
}
