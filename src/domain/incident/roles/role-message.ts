import type { PersonId } from '../../chat-event.ts';
import { Instant } from '../../time.ts';
import { type LeadRole, leadRoles } from '../words.ts';

/**
 * A message to somebody about their part. `offer`: they are asked. `duties`: they have it without having been asked.
 * `acting`: they act. `kept`: whom they asked to take over did not. `called`: they are called in for an area.
 */
export type RoleMessage = {
  readonly at: Instant;
  readonly person: PersonId;
} & (
  | { readonly what: 'offer' | 'duties' | 'acting' | 'kept'; readonly role: LeadRole }
  | { readonly what: 'called'; readonly area: string }
);

/** The key under which it stands in the outbox and in chat. */
export function keyOfRoleMessage(message: RoleMessage): string {
  const about = message.what === 'called' ? message.area : message.role;
  return `${message.what}:${about}:${message.at}:${message.person}`;
}

const key = /^(offer|duties|acting|kept|called):(.+):(\d{4}-[^:]+:\d\d:\d\d\.\d{3}Z):(.+)$/;

/** The message that stands under the key; undefined when it is about something else. */
export function roleMessageOf(text: string): RoleMessage | undefined {
  const [, what, about = '', at = '', person = ''] = key.exec(text) ?? [];
  if (!Instant.safeParse(at).success || person === '') return undefined;
  if (what === 'called') return { what, area: about, at, person };
  const role = leadRoles.find((known) => known === about);
  if (role === undefined) return undefined;
  if (what === 'offer' || what === 'duties' || what === 'acting' || what === 'kept')
    return { what, role, at, person };
  return undefined;
}
