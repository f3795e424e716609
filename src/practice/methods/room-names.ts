import { hasRoomLetters, longestRoomName } from '../server/room-name.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { World } from '../server/world.ts';

/** The name if Slack takes it, refused under Slack's own error otherwise. */
export function freeName(world: World, name: string): string {
  if (name === '') throw new SlackRefusal('invalid_name_required');
  if (name.length > longestRoomName) throw new SlackRefusal('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) throw new SlackRefusal('invalid_name_punctuation');
  if (!hasRoomLetters(name)) throw new SlackRefusal('invalid_name_specials');
  // An archived channel keeps its name.
  if (world.roomNames.has(name)) throw new SlackRefusal('name_taken');
  return name;
}
