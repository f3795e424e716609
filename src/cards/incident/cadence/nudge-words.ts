import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { partsBeside } from '../../../domain/incident/roles/stand-in.ts';
import { approvalWaitMs, updateAtWork } from '../../../domain/incident/updates/updating.ts';
import { isUnderWay, leadRoles } from '../../../domain/incident/words.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Button, Line, LinkButton } from '../../card.ts';
import { lasting } from '../../lasting.ts';
import { moment } from '../../moment.ts';
import { plain } from '../../text.ts';
import { roleWords, updateName } from '../incident-words.ts';
import { reviewNudgeWords } from '../review/review-nudge-words.ts';
import { takeButton } from '../roles/role-words.ts';

/** What a nudge says to one person, after the incident's name; with buttons when something can be done at once. */
export type NudgeWord = {
  readonly lines: readonly Line[];
  readonly buttons?: readonly (Button | LinkButton)[];
};

/** What is known where a nudge is worded. `detail`: what stands behind the colon of `role:liaison`. */
export type NudgeView = {
  readonly person: string;
  readonly detail: string;
  readonly timezone: string;
  readonly now: Instant;
};

/** The words of one kind of nudge; undefined when nobody needs to hear it any more: then nothing is said. */
export type NudgeWording = (incident: Incident, view: NudgeView) => NudgeWord | undefined;

/**
 * By what stands before the colon in `nudged.about`. It is read in the person's own conversation, under the incident's
 * name and before a link to its room; titles and customers' names have no place here when the incident is restricted.
 */
export const nudgeWords: Readonly<Record<string, NudgeWording>> = {
  ...reviewNudgeWords,
  internal: ({ id, lifecycle, internalUpdateAt, declared }, { timezone }) =>
    isUnderWay(lifecycle)
      ? {
          lines: [
            [
              { text: 'The team last heard where things stand at ' },
              moment(internalUpdateAt ?? declared.at, timezone, 'time'),
              { text: '. Tell them in two lines; customers do not see it.' },
            ],
          ],
          buttons: [{ action: 'incident_internal', subject: id, label: 'Tell the team', style: 'primary' }],
        }
      : undefined,
  stale: ({ id, lifecycle, touchedAt, declared }, { now }) =>
    isUnderWay(lifecycle)
      ? {
          lines: [
            plain(
              `Nobody has done anything in it for ${lasting(Date.parse(now) - Date.parse(touchedAt ?? declared.at))}. Is it still live?`,
            ),
          ],
          buttons: [
            {
              action: 'incident_internal',
              subject: id,
              label: 'Still live: tell the team',
              style: 'primary',
            },
            { action: 'incident_resolve', subject: id, label: 'Resolve…' },
          ],
        }
      : undefined,
  role: (incident, { detail, person }) => {
    const role = leadRoles.find((known) => known === detail);
    const state = role && incident.roles[role];
    if (role === undefined || state?.state === 'accepted' || !isUnderWay(incident.lifecycle))
      return undefined;
    const acting = state?.acting ? state.held : undefined;
    return {
      lines: [
        plain(`Everybody was asked, and nobody has accepted to be ${roleWords[role]}.`),
        ...(acting === undefined
          ? []
          : [[{ person: acting }, { text: ' acts meanwhile; whether they are there is not known.' }]]),
        plain('Take it, or name somebody: it is asked again every five minutes.'),
      ],
      buttons: [
        takeButton(incident, role, partsBeside(incident, role, person)),
        { action: 'role_hand_over', subject: incident.id, value: role, label: 'Name somebody…' },
      ],
    };
  },
  long_command: (incident, { person }) =>
    isUnderWay(incident.lifecycle) && holderOf(incident, 'commander') === person
      ? {
          lines: [plain('You have led this for hours. Somebody who is rested may go on.')],
          buttons: [
            { action: 'role_hand_over', subject: incident.id, value: 'commander', label: 'Hand over…' },
          ],
        }
      : undefined,
  back: ({ id, resolved, lifecycle }, { detail }) =>
    isUnderWay(lifecycle)
      ? undefined
      : {
          lines: [plain(`The requester of ${detail} says that it is still broken.`)],
          ...(resolved
            ? { buttons: [{ action: 'incident_reopen', subject: id, label: 'It is back: reopen…' }] }
            : {}),
        },
  approval: (incident, view) =>
    waitsForApproval(incident, view.detail, 'A customer update is due, and the draft waits for you.'),
  approval_open: (incident, view) =>
    waitsForApproval(
      incident,
      view.detail,
      `A customer update is due, and its draft has waited more than ${lasting(approvalWaitMs)} for the commander. You may approve it in their place.`,
    ),
};

function waitsForApproval(incident: Incident, update: string, words: string): NudgeWord | undefined {
  if (updateAtWork(incident)?.update !== update) return undefined;
  return {
    lines: [plain(words), plain(`It is ${updateName(update)}; read it in the room first.`)],
    buttons: [
      { action: 'incident_approve', subject: incident.id, value: update, label: 'Approve', style: 'primary' },
    ],
  };
}
