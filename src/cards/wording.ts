import type { DueChange, Pause } from '../domain/sla/clock.ts';
import type { SlaTarget } from '../domain/sla/policy.ts';
import type { RefusalCode } from '../domain/ticket/decision.ts';
import type { Usage } from '../domain/usage.ts';
import type { Attention, Category, Severity, Status } from '../domain/words.ts';

const categoryByLanguage: Readonly<Record<string, Readonly<Record<Category, string>>>> = {
  en: {
    billing: 'billing',
    technical: 'technical problem',
    account: 'account and access',
    feature_request: 'feature request',
    bug: 'fault in the product',
  },
  de: {
    billing: 'Abrechnung',
    technical: 'technisches Problem',
    account: 'Konto und Zugang',
    feature_request: 'Funktionswunsch',
    bug: 'Fehler im Produkt',
  },
  es: {
    billing: 'facturación',
    technical: 'problema técnico',
    account: 'cuenta y acceso',
    feature_request: 'sugerencia de mejora',
    bug: 'fallo del producto',
  },
  fr: {
    billing: 'facturation',
    technical: 'problème technique',
    account: 'compte et accès',
    feature_request: 'demande d’évolution',
    bug: 'défaut du produit',
  },
};

/** A category for the requester's eyes, in their language. */
export function categoryWords(category: Category, language: string): string {
  return (categoryByLanguage[language] ?? categoryByLanguage.en)?.[category] ?? category;
}

export const statusWords: Readonly<Record<Status, string>> = {
  new: 'new',
  open: 'open',
  pending: 'pending (waiting for the requester)',
  on_hold: 'on hold',
  solved: 'solved',
  closed: 'closed',
};

/** A ticket's status for the person who asked. */
export const requesterStatusWords: Readonly<Record<Status, string>> = {
  new: 'We have it',
  open: 'We are working on it',
  pending: 'Waiting for you',
  on_hold: 'We are waiting for somebody else',
  solved: 'Solved',
  closed: 'Closed',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  P1: '🔴 P1 critical',
  P2: '🟠 P2 high',
  P3: '🟡 P3 medium',
  P4: '⚪ P4 low',
};

/** What is promised, for the team; where the ticket is at hand, `promiseWords` tells two solutions apart. */
export const targetWords: Readonly<Record<SlaTarget, string>> = {
  first_response: 'first answer',
  next_response: 'next answer',
  next_update: 'next update',
  first_resolution: 'solution',
  total_resolution: 'solution',
};

/** Why a clock stands still, for the team. */
export const pauseWords: Readonly<Record<Pause['because'], string>> = {
  pending: 'waiting for requester',
  on_hold: 'on hold',
  solved: 'solved',
};

/** What moved a due time: `it was …`. */
export const changeWords: Readonly<Record<DueChange['why'], string>> = {
  policy: 'promised by another policy',
  reopened: 'reopened',
  merged: 'merged',
  unmerged: 'taken out of a merge',
  extended: 'agreed with the requester',
};

export const attentionWords: Readonly<Record<Attention, string>> = {
  escalated: '⬆️ escalated',
  unsure: '🔎 desk not sure',
};

/** What an answer took, for the team: `1,204 tokens in (800 from the cache), 310 out, $0.0120`. */
export function costWords(usage: Usage): string {
  const read = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  const cached = usage.cacheReadTokens > 0 ? ` (${number(usage.cacheReadTokens)} from the cache)` : '';
  return `${number(read)} tokens in${cached}, ${number(usage.outputTokens)} out, $${usage.costUsd.toFixed(4)}`;
}

const number = (count: number) => count.toLocaleString('en');

/** Why the desk says no, for the person who asked. Those with names in them are worded where the names are known. */
export const refusalWords: Readonly<Record<RefusalCode, string>> = {
  not_allowed: 'Only the support team can do that.',
  already_claimed: 'Somebody else has taken this ticket.',
  closed: 'This ticket is closed. Reopen it first.',
  merged: 'This ticket was merged into another one. Work on that one, or take the merge back first.',
  not_merged: 'This ticket is not merged.',
  still_live: 'This ticket is still being worked on.',
  nothing_to_do: 'There is nothing to change here yet.',
  no_draft: 'That draft is no longer the current one. Look at the card again.',
  draft_blocked: 'A guard stopped this draft; the card says why. Edit it and send your own words.',
  empty: 'There are no words in it.',
  answered_meanwhile: 'Somebody answered the requester after this draft was made.',
  already_sent: 'Somebody else has sent this draft.',
  same_ticket: 'That is the same ticket.',
  other_account: 'These tickets belong to different customers, so they can be linked but not merged.',
  circular: 'That ticket was merged into this one.',
  holds_others: 'Other tickets were merged into this one. Merge the other ticket into this one instead.',
  no_such_message: 'One of these messages is no longer part of the ticket.',
  all_messages: 'At least one message must stay. Choose fewer.',
  past: 'That time has passed. Choose a later one.',
  in_incident:
    'It belongs to an incident, and its requester gets the final update first. The incident’s commander decides when; in its room, /ticket war-room detach takes a ticket out.',
  no_update: 'That update is no longer the current one. Look at the card again.',
  no_cadence: 'No updates are promised for this ticket. Write a reply instead.',
  update_blocked: 'This update cannot go out as it stands. Open “Edit update” to see why.',
  late_update: 'The later time it asks for has passed as well. Write a reply instead.',
  snoozed_enough: 'This update was put off twice already. Send it, or edit it first.',
  past_promise: 'That would be later than what the requester was promised. Send it, or edit it first.',
  overtaken: 'This is settled already: we answered, or the ticket has ended.',
};
