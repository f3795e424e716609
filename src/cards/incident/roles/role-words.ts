import type { IncidentEventOf } from '../../../domain/incident/event.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import type { RoleMessage } from '../../../domain/incident/roles/role-message.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { isUnderWay, type LeadRole, leadRoles } from '../../../domain/incident/words.ts';
import type { Button, Line } from '../../card.ts';
import { plain } from '../../text.ts';
import { roleWords } from '../incident-words.ts';

/** What each part means, in three lines. */
export const dutyWords: Readonly<Record<LeadRole, readonly [string, string, string]>> = {
  commander: [
    'Decide what is done next, and say it in the room.',
    'Approve what customers are told; set status and severity.',
    'Give the repair to others. You lead, they repair.',
  ],
  deputy: [
    'Follow what happens, so that you can lead from one minute to the next.',
    'Change status and severity when the commander asks you to.',
    'You are asked first when the commander leaves.',
  ],
  liaison: [
    'Write the update for customers before it is due.',
    'Bring what customers ask into the room.',
    'Nothing goes out before it is approved.',
  ],
  backup_liaison: [
    'Write updates when the liaison cannot.',
    'You are called when an update is late.',
    'You are asked first when the liaison leaves.',
  ],
  scribe: [
    'Write down what is found and decided: /ticket war-room note.',
    'Note tasks with their owners: /ticket war-room task.',
    'The review is made from what you write.',
  ],
};

/** How `/ticket war-room role` and the other commands write a part. */
export const roleCommandWords: Readonly<Record<LeadRole, string>> = {
  commander: 'commander',
  deputy: 'deputy',
  liaison: 'liaison',
  backup_liaison: 'backup',
  scribe: 'scribe',
};

/** The part that a word of a command names. */
export function roleNamed(word: string): LeadRole | undefined {
  const known = word.toLowerCase().replaceAll('-', '_');
  return leadRoles.find((role) => role === known || roleCommandWords[role] === known);
}

/** The way to the room. */
export function roomLine(incident: Incident): Line {
  const place = roomPlace(incident);
  if (!place) return plain('It is being made; you are let in.');
  return place.thread === undefined
    ? [{ channel: place.channel }]
    : [{ text: 'a thread in ' }, { channel: place.channel }];
}

/** Takes a part that nobody has accepted. Somebody with another part is asked whether they want both. */
export function takeButton(incident: Incident, role: LeadRole, besides: readonly LeadRole[] = []): Button {
  const label = besides.length === 0 ? `Take it: ${roleWords[role]}` : 'Take it as well';
  return {
    action: 'role_take',
    subject: incident.id,
    value: [role, ...besides].join('|'),
    label,
    style: 'primary',
    ...confirmed(role, besides),
  };
}

/** Asked before somebody takes a second part. */
export function confirmed(role: LeadRole, besides: readonly LeadRole[]): Pick<Button, 'confirm'> {
  if (besides.length === 0) return {};
  const parts = besides.map((other) => roleWords[other]).join(' and ');
  return {
    confirm: {
      title: 'Two parts at once?',
      text: `You are ${parts} already. You would be ${roleWords[role]} as well. It is written down.`,
      yes: 'Do both',
    },
  };
}

/** What became of an offer. */
export type OfferOutcome =
  | { readonly is: 'open' | 'accepted' | 'over' }
  | { readonly is: 'declined' | 'silent'; readonly next?: string; readonly why?: string }
  | { readonly is: 'taken' | 'replaced'; readonly by: string };

/** The offer as it was written down, and what became of it since. */
export function offerIn(
  incident: Incident,
  log: readonly LogEntry[],
  { role, at, person }: Extract<RoleMessage, { readonly role: LeadRole }>,
): { readonly offer: IncidentEventOf<'role_offered'>; readonly outcome: OfferOutcome } | undefined {
  const events = log.map(({ event }) => event);
  const index = events.findLastIndex(
    (event) =>
      event.type === 'role_offered' && event.role === role && event.at === at && event.person === person,
  );
  const offer = events[index];
  if (offer?.type !== 'role_offered') return undefined;
  const later = events.slice(index + 1).filter((event) => 'role' in event && event.role === role);
  const [first] = later.filter(({ type }) => type !== 'role_left' && type !== 'role_acting');
  const next = later.find((event) => event.type === 'role_offered' && event.person !== person);
  const asked = next?.type === 'role_offered' ? { next: next.person } : {};
  if (first?.type === 'role_accepted')
    return {
      offer,
      outcome: first.person === person ? { is: 'accepted' } : { is: 'taken', by: first.person },
    };
  if (first?.type === 'role_declined') return { offer, outcome: { is: 'declined', ...asked } };
  if (first?.type === 'role_silent')
    return {
      offer,
      outcome: { is: 'silent', ...asked, ...(first.why === undefined ? {} : { why: first.why }) },
    };
  if (first?.type === 'role_offered') return { offer, outcome: { is: 'replaced', by: first.person } };
  return { offer, outcome: { is: isUnderWay(incident.lifecycle) ? 'open' : 'over' } };
}

/** Who has the part, in one line. */
export function roleLine(incident: Incident, role: LeadRole): Line {
  const { state, person: asked, acting } = incident.roles[role];
  const holder = holderOf(incident, role);
  const who: Line =
    holder === undefined ? plain('nobody') : [{ person: holder }, ...(acting ? plain(' (acting)') : [])];
  return [
    ...who,
    ...(state === 'offered' && asked !== undefined ? [{ text: ', asked: ' }, { person: asked }] : []),
  ];
}
