import { warRoomOfferCard } from '../../cards/team/war-room-offer-card.ts';
import { mayHaveWarRoom } from '../../domain/ticket/incident.ts';
import { teamSayer } from './elsewhere.ts';

/** In the thread of a critical ticket's card, once: whoever could lead is asked whether there should be a war room. */
export const warRoomOffer = teamSayer((desk, ticket) =>
  mayHaveWarRoom(ticket) ? warRoomOfferCard(ticket, desk.settings.incidents.commanders) : undefined,
);
