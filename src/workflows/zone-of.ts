import type { Desk } from '../desk.ts';
import { isKnownZone } from '../domain/calendar/wall-clock.ts';
import type { PersonId } from '../domain/chat-event.ts';
import { DeskError } from '../domain/errors.ts';

/** The zone of the person's own profile; the desk's where there is none that this machine knows. */
export async function zoneOf(
  { chat, settings, log }: Pick<Desk, 'chat' | 'settings' | 'log'>,
  person: PersonId,
): Promise<string> {
  try {
    const { timezone } = await chat.person(person);
    return timezone !== undefined && isKnownZone(timezone) ? timezone : settings.timezone;
  } catch (error) {
    // A message in the wrong hour is better than none.
    if (!(error instanceof DeskError)) throw error;
    log.debug('zone_not_known', { person, reason: error.name });
    return settings.timezone;
  }
}
