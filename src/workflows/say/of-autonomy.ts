import { z } from 'zod';
import { autonomyNewsCard } from '../../cards/team/autonomy-cards.ts';
import type { Desk } from '../../desk.ts';
import { AutonomyEvent } from '../../domain/autonomy/autonomy.ts';
import type { OutboxKind } from '../../scheduler/table.ts';
import type { Claims } from '../../store-port.ts';
import { endSaying } from '../autonomy.ts';

const Ref = z.tuple([z.enum(['offered', 'turned_on', 'turned_off']), z.string(), z.string()]);

/** Row `[type, topic, moment]`: what changed in what the desk answers alone, said once in the team's channel. */
export function autonomyNews(desk: Desk): OutboxKind {
  return {
    async compose(claim) {
      const [type, topic, at] = Ref.parse(JSON.parse(claim.row.ref ?? ''));
      const stored = await desk.store.load('autonomy', 'desk');
      const event = stored?.events
        .map((each) => AutonomyEvent.parse(each))
        .find((each) => each.type === type && each.topic === topic && each.at === at);
      if (!event) return { say: 'nothing' };
      const why = 'why' in event ? event.why : undefined;
      const card = autonomyNewsCard({ type, topic, by: event.by, why });
      return {
        say: 'post',
        post: { audience: 'team', key: keyOf(claim), channel: claim.row.channel, card },
      };
    },
    said: (claim) => endSaying(desk, claim),
    // The home page shows the same.
    refused: (claim) => endSaying(desk, claim),
  };
}

function keyOf(claim: Claims['outbox']): string {
  return `autonomy/${claim.row.key}`;
}
