import type { IncidentSayingKind } from './domain/incident/saying.ts';
import type { TicketSaying } from './domain/ticket/consequences.ts';
import { changeNotice } from './workflows/say/change-notice.ts';
import { incidentAnnouncement } from './workflows/say/incident/announcement.ts';
import { updateApproval } from './workflows/say/incident/approval.ts';
import { ladderCall } from './workflows/say/incident/call.ts';
import { incidentCard } from './workflows/say/incident/card.ts';
import { updateDue } from './workflows/say/incident/due.ts';
import { internalUpdate } from './workflows/say/incident/internal.ts';
import { incidentLine } from './workflows/say/incident/line.ts';
import { incidentLog } from './workflows/say/incident/log.ts';
import { incidentNudge } from './workflows/say/incident/nudge.ts';
import { roleOffer } from './workflows/say/incident/offer.ts';
import { reviewCard } from './workflows/say/incident/review.ts';
import { roomTrouble } from './workflows/say/incident/room-trouble.ts';
import { drillScore } from './workflows/say/incident/score.ts';
import { incidentThread } from './workflows/say/incident/thread.ts';
import { clockNotice } from './workflows/say/notices.ts';
import { autonomyNews } from './workflows/say/of-autonomy.ts';
import { policyNews } from './workflows/say/of-policies.ts';
import { morningList } from './workflows/say/of-routine.ts';
import { neededSooner } from './workflows/say/of-updates.ts';
import { followUp, nudge } from './workflows/say/of-waiting.ts';
import type { TicketSayer } from './workflows/say/saying.ts';
import { ask, closing, joined, notice, reply } from './workflows/say/to-requester.ts';
import { card, cardMoved, escalation, relay } from './workflows/say/to-team.ts';
import { warRoomOffer } from './workflows/say/war-room-offer.ts';

/** Kinds of rows: what a ticket says, and what the desk says beside its tickets. */
type SayingKind =
  | TicketSaying
  | IncidentSayingKind
  | 'autonomy'
  | 'morning_list'
  | 'policies'
  | 'update_reminder';

/** How each kind of outbox row is rendered and what being heard means. */
export const sayings: Readonly<Record<SayingKind, TicketSayer>> = {
  reply,
  ask,
  follow_up: followUp,
  notice,
  joined,
  closing,
  card,
  card_moved: cardMoved,
  relay,
  escalation,
  clock_notice: clockNotice,
  change_notice: changeNotice,
  needed_sooner: neededSooner,
  nudge,
  war_room_offer: warRoomOffer,
  // Made before such a reminder was a nudge: not a nudge's words, so it goes quietly.
  update_reminder: nudge,
  autonomy: autonomyNews,
  morning_list: morningList,
  policies: policyNews,
  incident_card: incidentCard,
  incident_announcement: incidentAnnouncement,
  incident_line: incidentLine,
  incident_log: incidentLog,
  incident_offer: roleOffer,
  incident_approval: updateApproval,
  incident_due: updateDue,
  incident_call: ladderCall,
  incident_nudge: incidentNudge,
  incident_internal: internalUpdate,
  incident_review: reviewCard,
  incident_thread: incidentThread,
  incident_room_trouble: roomTrouble,
  incident_score: drillScore,
};
