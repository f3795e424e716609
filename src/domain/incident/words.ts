/** The closed vocabularies of a war room; one word per thing, the same in code, cards and documents. */

/** Where an incident stands. The last three end it. */
export const lifecycles = [
  'declared',
  'active',
  'monitoring',
  'resolved',
  'in_review',
  'closed',
  'cancelled',
  'merged',
] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** What customers are told about it. */
export const customerStatuses = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

/** How an incident came to be declared. */
export const declaredFrom = ['button', 'command', 'triage', 'pattern', 'drill'] as const;

/** Why customers are owed an update: `first` after declaring, then by the cadence, or at once after a change. */
export const owedReasons = ['first', 'cadence', 'change', 'final'] as const;
export type OwedReason = (typeof owedReasons)[number];

/** Whether data was lost. */
export const dataLosses = ['yes', 'no', 'unknown'] as const;

/** `drill`: the same with invented trouble; no customer hears of it and no figure counts it. */
export const modes = ['live', 'drill'] as const;
export type Mode = (typeof modes)[number];

/** `restricted`: a private room without details in its name; nothing about it is said anywhere wider. */
export const visibilities = ['open', 'restricted'] as const;
export type Visibility = (typeof visibilities)[number];

/** One person each. Specialists are named by area beside these. */
export const leadRoles = ['commander', 'deputy', 'liaison', 'backup_liaison', 'scribe'] as const;
export type LeadRole = (typeof leadRoles)[number];

/** `degraded`: the room is a thread. `blocked`: restricted, and no private room can be made. `lost`: it was there. */
export const roomStates = ['pending', 'ready', 'degraded', 'blocked', 'lost', 'archived'] as const;

/** What makes a room, and puts it away in the end; none of the later ones holds an earlier or another one up. */
export const roomSteps = [
  'create',
  'thread',
  'topic',
  'invite',
  'pin',
  'bookmark',
  'canvas',
  'announce',
  'archive',
] as const;
export type RoomStep = (typeof roomSteps)[number];

/**
 * `acknowledgement` and `nothing_new` are worded beforehand and need no approval; `correction` puts an earlier one right;
 * `final` tells that it is over.
 */
export const updateKinds = ['acknowledgement', 'update', 'nothing_new', 'correction', 'final'] as const;
export type UpdateKind = (typeof updateKinds)[number];

/** Still somebody's work: the clock of customer updates runs. */
export function isUnderWay(lifecycle: Lifecycle): boolean {
  return lifecycle === 'declared' || lifecycle === 'active' || lifecycle === 'monitoring';
}

/** At its end: nothing more is said to customers or to the team. */
export function isOver({ lifecycle }: { readonly lifecycle: Lifecycle }): boolean {
  return lifecycle === 'cancelled' || lifecycle === 'merged' || lifecycle === 'closed';
}
