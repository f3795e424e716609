import { IncidentEvent, type IncidentEventType } from '../../../src/domain/incident/event.ts';
import { after, ana, ben, mia } from '../../support/builders.ts';
import { declared, degraded, made, room, type Unstamped } from './a-room.ts';

/** Every kind of event there is. */
export const everyKind: readonly IncidentEventType[] = IncidentEvent.options.map(
  (option) => option.shape.type.value,
);

const ticket = { ticket: 'T-3', account: 'gamma', accountName: 'Gamma' };
const fields = { status: 'We look.', next: '', blockers: '', workaround: '', expect: '', contact: '' };

/** One event of each kind, in an order in which they could happen, with these words wherever people put words. */
export function eventsSaying(
  words: string,
  first: Partial<Parameters<typeof declared>[0]> = {},
): readonly Unstamped[] {
  const own = { by: ana, source: 'command' as const };
  return [
    declared({ title: words, ...first }),
    { type: 'room_wanted', as: 'channel', name: words },
    made,
    { type: 'room_step_refused', step: 'pin', code: 'restricted', reason: words },
    { ...degraded, reason: words } as Unstamped,
    { type: 'room_blocked', reason: words },
    { type: 'room_lost', reason: words },
    { type: 'room_asked_again', ...own },
    { type: 'room_renamed', name: words },
    { type: 'asked_in', person: ben, by: ben, source: 'button' },
    { type: 'people_invited', people: [ana, ben] },
    { type: 'people_missing', people: [{ person: mia, reason: words }] },
    { type: 'joined', person: ben, by: ben, source: 'chat' },
    { type: 'left', person: ben, by: ben, source: 'chat' },
    { type: 'role_offered', role: 'commander', person: ana, until: after(9), note: words },
    { type: 'role_declined', role: 'commander', person: ana, ...own },
    { type: 'role_offered', role: 'commander', person: mia, until: after(9) },
    { type: 'role_silent', role: 'commander', person: mia },
    { type: 'role_exhausted', role: 'commander' },
    { type: 'role_acting', role: 'commander', person: ana },
    { type: 'role_accepted', role: 'commander', person: ana, ...own },
    { type: 'role_left', role: 'commander', person: ana, why: words, ...own },
    { type: 'specialists_looked_up', tickets: ['T-1'], areas: ['technical'] },
    { type: 'specialist_named', area: words, person: ben, ...own },
    { type: 'ticket_attached', ticket: { ...ticket, accountName: words }, ...own },
    { type: 'ticket_detached', ticket: 'T-2', ...own },
    { type: 'impact_stated', what: words, since: after(-5), notAffected: words, ...own },
    { type: 'noted', text: words, ...own },
    { type: 'message_kept', message: 'slack:C9ROOM:1', author: ben, text: words, how: 'pinned', ...own },
    { type: 'kept_message_edited', message: 'slack:C9ROOM:1', text: words, by: ben, source: 'chat' },
    { type: 'kept_message_deleted', message: 'slack:C9ROOM:1', by: ben, source: 'chat' },
    { type: 'task_added', task: 't1', text: words, owner: ben, ...own },
    { type: 'task_given', task: 't1', owner: ana, ...own },
    { type: 'task_done', task: 't1', ...own },
    { type: 'status_changed', to: 'identified', text: words, ...own },
    { type: 'severity_changed', was: 'P1', to: 'P2', reason: words, ...own },
    { type: 'cadence_set', dueAt: after(60), because: 'change' },
    {
      type: 'update_drafted',
      update: { update: 'u1', kind: 'update', fields: { ...fields, status: words }, facts: '' },
      ...own,
    },
    { type: 'update_submitted', update: 'u1', ...own },
    { type: 'update_rejected', update: 'u1', reason: words, ...own },
    { type: 'update_expired', update: 'u1', reason: words },
    { type: 'update_approved', update: 'u1', tickets: ['T-1', 'T-3'], insteadOfCommander: true, ...own },
    { type: 'update_handed', update: 'u1', tickets: ['T-1', 'T-3'] },
    { type: 'update_delivered', update: 'u1', ticket: 'T-1', message: 'slack:C9ROOM:1' },
    { type: 'update_failed', update: 'u1', ticket: 'T-3', reason: words },
    { type: 'update_retried', update: 'u1', tickets: ['T-3'], ...own },
    { type: 'update_failed', update: 'u1', ticket: 'T-3', reason: words },
    { type: 'customer_called', update: 'u1', ticket: 'T-3', ...own },
    { type: 'reminded', rung: 'late', dueAt: after(60), missed: 2 },
    { type: 'update_snoozed', until: after(70), reason: words, ...own },
    { type: 'internal_update', conditions: words, actions: words, needs: words, ...own },
    { type: 'desk_was_away', from: after(1), to: after(4) },
    { type: 'message_stands', key: 'card', channel: room, message: 'slack:C9ROOM:1' },
    { type: 'message_gone', key: 'card' },
    { type: 'tickets_marked', tickets: ['T-1'] },
    { type: 'timeline_filed', entries: 12, ...own },
    { type: 'nudged', about: 'task', to: [ana] },
    { type: 'drill_step_begun', step: 0, fault: 'chat_fails' },
    { type: 'drill_step_ended', step: 0, fault: 'chat_fails' },
    { type: 'absorbed', incident: 'INC-6', tickets: [{ ticket: 'T-9', by: ana, at: after(0) }] },
    { type: 'reopened', reason: words, ...own },
    { type: 'room_back' },
    { type: 'resolved', text: words, dataLoss: 'unknown', reviewOwner: mia, ...own },
    { type: 'cadence_ended' },
    { type: 'review_started', owner: mia },
    { type: 'review_written', section: 'summary', text: words, ...own },
    { type: 'review_meeting_set', meetingAt: after(600), ...own },
    { type: 'action_proposed', action: { action: 'a1', title: words, kind: 'prevent' }, ...own },
    { type: 'action_changed', action: 'a1', change: { doneWhen: words }, ...own },
    { type: 'action_moved', action: 'a1', to: 'declined', reason: words, ...own },
    { type: 'reviewed', ...own },
    { type: 'recurrence_checked', found: ['T-77'] },
    { type: 'zones_known', zones: { [ana]: 'Europe/Berlin' } },
    { type: 'retrospective_asked', ...own },
    { type: 'retrospective_filed', as: 'file', of: after(50), refused: words },
    { type: 'closed', ...own },
    { type: 'room_archived' },
    { type: 'cancelled', reason: words, ...own },
    { type: 'merged', into: 'INC-9', ...own },
    { type: 'merge_finished' },
  ];
}

export const everyEvent = eventsSaying('something');
