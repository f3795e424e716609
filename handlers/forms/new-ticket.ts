import { askedIn } from '../../src/workflows/change-ticket.ts';
import { openFromWords } from '../../src/workflows/open-ticket.ts';
import type { FormHandler } from '../table.ts';

/** The form behind `/ticket` and "New ticket". */
export const newTicket: FormHandler = {
  async check(_desk, event) {
    const problems: Record<string, string> = {};
    if (!event.values.subject?.trim()) problems.subject = 'Say in one line what it is about.';
    if (!event.values.text?.trim()) problems.text = 'Tell us what happened.';
    return Object.keys(problems).length > 0 ? problems : undefined;
  },
  async submit(desk, event) {
    const subject = (event.values.subject ?? '').trim();
    // The quiet line in the direct conversation says the rest.
    await openFromWords(
      desk,
      {
        door: 'form',
        requester: event.by,
        subject: subject.slice(0, 100),
        text: `${subject}\n${event.values.text ?? ''}`,
        key: event.keys[0] ?? subject,
        at: event.at,
      },
      askedIn(desk, event),
    );
  },
};
