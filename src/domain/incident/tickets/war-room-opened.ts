import type { Refusal } from '../../ticket/decision.ts';

/** What came of asking for a war room. */
export type WarRoomOpened =
  | {
      readonly outcome: 'declared';
      readonly incident: string;
      readonly ticket: string;
      /** Others that were named and do not come along, with the incident they belong to already. */
      readonly leftOut: readonly { readonly ticket: string; readonly incident?: string }[];
    }
  /** The ticket is in one already: there is one incident for it, however many ask. */
  | { readonly outcome: 'under_way'; readonly incident: string; readonly ticket: string }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'unknown_ticket' };
