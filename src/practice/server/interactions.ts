import type { PracticePerson } from '../control.ts';
import type { Ack } from './http-sender.ts';
import type { ResponseTarget } from './response-urls.ts';
import type { Room } from './room.ts';
import type { World } from './world.ts';

type Payload = Record<string, unknown> & { type: string };

/** What stands in every interactive payload. */
export function interactionBase(world: World, person: PracticePerson): Record<string, unknown> {
  return {
    team: { id: world.team.id, domain: world.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: person.id, username: person.name, name: person.name, team_id: world.team.id },
    api_app_id: world.app.id,
    token: 'practice-verification-token',
  };
}

/** Sends a person's interaction to the desk and waits for its acknowledgement. */
export function interact(world: World, payload: Payload, channel?: string): Promise<Ack> {
  return world.delivery.ask({
    kind: 'interactive',
    type: payload.type,
    id: world.ids.next('I'),
    channel,
    body: payload,
  });
}

export function namedChannel(room: Room): { id: string; name: string } {
  return { id: room.id, name: room.kind === 'direct' ? 'directmessage' : room.name };
}

/** A whole address the desk may answer at. */
export function responseUrl(world: World, target: ResponseTarget): string {
  return world.base + world.responseUrls.issue(target);
}
