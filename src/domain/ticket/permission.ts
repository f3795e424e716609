import type { DeskRole } from '../person.ts';

/** What people can ask of a ticket. The desk itself may do all of it. */
export const permissions = {
  write: ['requester', 'agent', 'manager'],
  confirm: ['requester', 'agent', 'manager'],
  claim: ['agent', 'manager'],
  reply: ['agent', 'manager'],
  approve: ['agent', 'manager'],
  note: ['agent', 'manager'],
  correct: ['agent', 'manager'],
  draft: ['agent', 'manager'],
  work: ['agent', 'manager'],
  escalate: ['agent', 'manager'],
  end: ['agent', 'manager'],
  relate: ['agent', 'manager'],
  /** Taking a ticket that another agent holds. */
  take_over: ['manager'],
} as const satisfies Record<string, readonly DeskRole[]>;
export type Permission = keyof typeof permissions;

export function may(role: DeskRole | 'desk', permission: Permission): boolean {
  const allowed: readonly DeskRole[] = permissions[permission];
  return role === 'desk' || allowed.includes(role);
}
