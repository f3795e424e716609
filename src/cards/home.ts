import type { Autonomy } from '../domain/autonomy/autonomy.ts';
import type { DeskSettings } from '../domain/desk-settings.ts';
import type { IncidentSummary } from '../domain/incident/summary.ts';
import type { Preference } from '../domain/notice/preference.ts';
import type { PromisesView } from '../domain/sla/policies.ts';
import type { TicketSummary } from '../store-port.ts';
import type { Block, Home } from './card.ts';
import { preferenceBlocks } from './forms/preferences-form.ts';
import { incidentsAtHome } from './incident/incidents-at-home.ts';
import { requesterListBlocks } from './requester/requester-list.ts';
import { autonomyBlocks } from './team/autonomy-cards.ts';
import { atRiskTitle, type ListView, teamListBlocks } from './team/lists.ts';
import { policyBlocks } from './team/policy-blocks.ts';
import { type Quality, qualityBlocks } from './team/quality-blocks.ts';
import { bold, plain } from './text.ts';
import { mostShown } from './ticket-list.ts';

const newTicket: Block = {
  type: 'actions',
  items: [
    { action: 'new_ticket', subject: 'home', label: 'New ticket', style: 'primary' },
    { action: 'refresh_home', subject: 'home', label: 'Refresh' },
  ],
};

/** What only those who lead the desk see on their home. */
export type LeadView = {
  readonly escalations: readonly TicketSummary[];
  readonly quality: Quality;
  readonly autonomy: Autonomy;
  readonly promises: PromisesView;
};

/** An agent's home: what is theirs, what is nobody's, what is at risk. Who leads sees how well the desk judges. */
export function agentHome(
  lists: {
    readonly mine: readonly TicketSummary[];
    readonly unassigned: readonly TicketSummary[];
    readonly atRisk: readonly TicketSummary[];
    readonly asked: readonly TicketSummary[];
    /** Under way, and this person may look at them. */
    readonly incidents?: readonly IncidentSummary[];
    /** How this person is told of clocks. */
    readonly notices?: Preference;
  },
  view: ListView,
  lead?: LeadView,
): Home {
  const { settings } = view;
  // A grave day fills all three lists with the same tickets.
  const atRisk = new Set(lists.atRisk.slice(0, mostShown).map(({ id }) => id));
  return {
    blocks: [
      { type: 'heading', text: settings.name },
      newTicket,
      ...(lists.notices ? preferenceBlocks(lists.notices) : []),
      ...incidentsAtHome(lists.incidents ?? [], view),
      { type: 'divider' },
      ...teamListBlocks('My queue', lists.mine, view),
      { type: 'divider' },
      ...teamListBlocks(atRiskTitle, lists.atRisk, view),
      { type: 'divider' },
      ...teamListBlocks('Unassigned', lists.unassigned, view, { atRisk }),
      ...(lead
        ? [
            { type: 'divider' as const },
            ...teamListBlocks('Escalations', lead.escalations, view, { atRisk }),
            { type: 'divider' as const },
            ...policyBlocks(lead.promises, settings),
            { type: 'divider' as const },
            ...qualityBlocks(lead.quality, settings),
            { type: 'divider' as const },
            ...autonomyBlocks(lead.autonomy, settings),
          ]
        : []),
      ...(lists.asked.length > 0
        ? [{ type: 'divider' as const }, ...teamListBlocks('Asked by me', lists.asked, view)]
        : []),
    ],
  };
}

/** A requester's home: their own tickets and a way to ask. */
export function requesterHome(asked: readonly TicketSummary[], settings: DeskSettings): Home {
  return {
    blocks: [
      { type: 'heading', text: settings.name },
      {
        type: 'text',
        lines: [[bold('How can we help?')], plain('Open a ticket here, or write in the support channel.')],
      },
      newTicket,
      { type: 'divider' },
      ...requesterListBlocks(asked, settings),
    ],
  };
}
