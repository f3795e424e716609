import type { Incident } from '../../domain/incident/incident.ts';
import type {
  CustomerStatus,
  LeadRole,
  Lifecycle,
  RoomStep,
  UpdateKind,
} from '../../domain/incident/words.ts';

/** What customers are told, for the team. */
export const customerStatusWords: Readonly<Record<CustomerStatus, string>> = {
  investigating: 'investigating',
  identified: 'cause identified',
  monitoring: 'fix in place, monitoring',
  resolved: 'resolved',
};

/** The parts people have, as they are spoken of. */
export const roleWords: Readonly<Record<LeadRole, string>> = {
  commander: 'commander',
  deputy: 'deputy',
  liaison: 'customer liaison',
  backup_liaison: 'backup liaison',
  scribe: 'scribe',
};

/** Where an incident stands, for the team. */
export const lifecycleWords: Readonly<Record<Lifecycle, string>> = {
  declared: 'declared, nobody leads yet',
  active: 'being worked on',
  monitoring: 'fix in place, being watched',
  resolved: 'resolved',
  in_review: 'resolved, in review',
  closed: 'closed',
  cancelled: 'called off',
  merged: 'merged',
};

/** What each step of making a room does: `could not …`. */
export const roomStepWords: Readonly<Record<RoomStep, string>> = {
  create: 'make a channel',
  thread: 'make a thread the room',
  topic: 'set the topic',
  invite: 'let people in',
  pin: 'pin the card',
  bookmark: 'set the bookmarks',
  canvas: 'make the page',
  announce: 'announce it',
  archive: 'archive the room',
};

/** What kind of message to customers it is, for the team. */
export const updateKindWords: Readonly<Record<UpdateKind, string>> = {
  acknowledgement: 'acknowledgement',
  update: 'update',
  nothing_new: 'update without news',
  correction: 'correction',
  final: 'final update',
};

/** `update 3`: how people speak of `u3`. */
export function updateName(update: string): string {
  return `update ${update.replace(/^u/, '')}`;
}

/** `INC-7`, with what everybody must know of it first. */
export function incidentName({ id, mode, visibility }: Pick<Incident, 'id' | 'mode' | 'visibility'>): string {
  const marks = [
    ...(mode === 'drill' ? ['DRILL'] : []),
    ...(visibility === 'restricted' ? ['🔒 restricted'] : []),
  ];
  return [...marks, id].join(' ');
}
