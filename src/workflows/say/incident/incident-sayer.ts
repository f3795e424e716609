import type { Desk } from '../../../desk.ts';
import type { ChannelId, MessageId } from '../../../domain/chat-event.ts';
import type { Refused } from '../../../domain/errors.ts';
import {
  type IncidentAsked,
  type IncidentDecision,
  nothingFollows,
  stampOf,
} from '../../../domain/incident/decision.ts';
import { silentUntil } from '../../../domain/incident/drill/drill.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import { roomPlace } from '../../../domain/incident/room/place.ts';
import { loseRoom, meansSilenced } from '../../../domain/incident/room/room-loss.ts';
import type { Posted, TeamCard } from '../../../ports.ts';
import type { OutboxKind, Saying } from '../../../scheduler/table.ts';
import type { Claims, OutboxChange } from '../../../store-port.ts';
import { changeIncident, incidentAskedByDesk, loadIncidentWithLog } from '../../incident/change-incident.ts';

export type Claim = Claims['outbox'];

/** One kind of thing an incident says, before it is tied to a desk. */
export type IncidentSayer = (desk: Desk) => OutboxKind;

/** A card and where it goes now (a person: their own conversation); undefined when it is no longer worth saying. */
export type IncidentWord = {
  readonly card: TeamCard;
  readonly place: { readonly channel: ChannelId; readonly thread?: MessageId };
};

export type IncidentSayerPlan = {
  readonly compose: (
    desk: Desk,
    about: { readonly incident: Incident; readonly log: readonly LogEntry[]; readonly claim: Claim },
  ) => IncidentWord | undefined | Promise<IncidentWord | undefined>;
  /** `in_place`: remembered under the row's key, and changed where it stands when it is said again. */
  readonly stands: 'in_place' | 'once';
  /** What beyond that follows from its being heard. */
  readonly said?: (
    desk: Desk,
    incident: Incident,
    heard: { readonly claim: Claim; readonly posted: Posted },
  ) => IncidentDecision;
  /** What a refusal means; with nothing given, or `park`, the row waits for a person. */
  readonly refused?: (
    desk: Desk,
    incident: Incident,
    met: { readonly claim: Claim; readonly error: Refused },
  ) => { readonly decision: IncidentDecision; readonly outbox?: readonly OutboxChange[] } | 'park';
};

/** Errors that say that a message cannot be changed any more: it is said anew. */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** Ties a plan to the store: load, render; and once it is said, commit that together with the end of the row. */
export function incidentSayer(plan: IncidentSayerPlan): IncidentSayer {
  return (desk) => ({
    async compose(claim): Promise<Saying> {
      const loaded = await loadIncidentWithLog(desk, claim.id);
      const until = loaded && silentUntil(loaded.incident, desk.clock.now());
      if (until !== undefined) return { say: 'later', at: until };
      const word = loaded && (await plan.compose(desk, { ...loaded, claim }));
      // The room has moved since: what is worth saying in the new place was asked for there.
      if (!loaded || word?.place.channel !== claim.row.channel) return { say: 'nothing' };
      const stands = plan.stands === 'in_place' ? loaded.incident.messages[claim.row.key] : undefined;
      const isThere = stands?.channel === word.place.channel;
      const post = {
        audience: 'team' as const,
        // Said anew in another place, or after it was taken away, it is another message.
        key: `${claim.id}/${claim.row.key}${plan.stands === 'once' ? '' : `/${word.place.channel}`}`,
        ...word.place,
        card: word.card,
      };
      return isThere ? { say: 'update', id: stands.id, post } : { say: 'post', post };
    },
    async said(claim, posted) {
      await changeIncident(
        desk,
        claim.id,
        (incident) => {
          const more = plan.said?.(desk, incident, { claim, posted }) ?? nothingFollows;
          if ('refused' in more) return more;
          return {
            events: [...standing(incident, { claim, posted }, incidentAskedByDesk(desk)), ...more.events],
          };
        },
        { outbox: [doneWith(claim)] },
      );
    },
    async refused(claim, error) {
      if (plan.stands === 'in_place' && gone.has(error.code)) {
        const { key, kind, channel, ref, priority } = claim.row;
        const again = { add: key, kind, channel, priority, ...(ref === undefined ? {} : { ref }) };
        const asked = incidentAskedByDesk(desk);
        await changeIncident(
          desk,
          claim.id,
          () => ({ events: [{ type: 'message_gone', key, ...stampOf(asked) }] }),
          {
            outbox: [doneWith(claim), again],
          },
        );
        return;
      }
      // Nothing can be said there any more; what matters is said again in the next room.
      if (meansSilenced(error.code) && (await lostWith(desk, claim, error))) return;
      const loaded = await loadIncidentWithLog(desk, claim.id);
      const follows = loaded && plan.refused?.(desk, loaded.incident, { claim, error });
      if (follows === undefined || follows === 'park') return;
      await changeIncident(desk, claim.id, () => follows.decision, {
        outbox: [doneWith(claim), ...(follows.outbox ?? [])],
      });
    },
  });

  function standing(
    incident: Incident,
    { claim, posted }: { claim: Claim; posted: Posted },
    asked: IncidentAsked,
  ) {
    const known = incident.messages[claim.row.key];
    if (plan.stands === 'once' || known?.id === posted.id) return [];
    const { key, channel } = claim.row;
    const stands = { type: 'message_stands' as const, key, channel, message: posted.id };
    return [{ ...stands, ...stampOf(asked) }];
  }
}

/** The place that was refused was the room: it is lost. */
async function lostWith(desk: Desk, claim: Claim, { message }: Refused): Promise<boolean> {
  const loaded = await loadIncidentWithLog(desk, claim.id);
  const { channel } = claim.row;
  if (!loaded || roomPlace(loaded.incident)?.channel !== channel) return false;
  await changeIncident(
    desk,
    claim.id,
    (now) => loseRoom(now, { channel, reason: message }, incidentAskedByDesk(desk)),
    { outbox: [doneWith(claim)] },
  );
  return true;
}

/** The row ends with what is committed. */
export function doneWith({ row }: Claim): OutboxChange {
  return { done: row.key, generation: row.generation };
}
