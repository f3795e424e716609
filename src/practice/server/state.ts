import type { PracticeState } from '../control.ts';
import { practiceMessage } from './message-shapes.ts';
import { practiceChannel } from './rooms.ts';
import { practiceView, slackView } from './view-stack.ts';
import type { World } from './world.ts';

/** The whole workspace as the page draws it; messages come oldest first within a channel. */
export function practiceState(world: World): PracticeState {
  const rooms = [...world.rooms.values()];
  const desk = world.desk.current();
  return {
    team: { id: world.team.id, name: world.team.name },
    bot: world.app.botUser,
    people: [...world.people.values()],
    channels: rooms.map((room) => practiceChannel(world, room)),
    messages: rooms.flatMap((room) =>
      [...room.byTs.values(), ...room.ephemerals.values()]
        .sort((a, b) => (a.ts < b.ts ? -1 : 1))
        .map(practiceMessage),
    ),
    views: [...world.viewStacks.values()].flat().map((view) => practiceView(world, view)),
    homes: Object.fromEntries([...world.homes].map(([person, home]) => [person, slackView(world, home)])),
    commands: [...world.app.commands],
    shortcuts: [...world.app.shortcuts],
    ...(desk && { desk }),
    ...world.passing.current(),
    revision: world.changes.revision(),
  };
}
