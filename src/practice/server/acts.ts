import type { PracticeRequests } from '../control.ts';
import { channel, member, pin } from './channel-acts.ts';
import { command, shortcut } from './commanding.ts';
import { close, submit } from './forms.ts';
import { press } from './pressing.ts';
import { direct, edit, openHome, react, remove, say } from './speaking.ts';
import type { World } from './world.ts';

type Acts = {
  [Route in keyof PracticeRequests]: (world: World, request: PracticeRequests[Route]) => unknown;
};

/** What each control route does. */
export const acts = {
  '/control/message': say,
  '/control/edit': edit,
  '/control/delete': remove,
  '/control/react': react,
  '/control/pin': pin,
  '/control/member': member,
  '/control/channel': channel,
  '/control/command': command,
  '/control/press': press,
  '/control/submit': submit,
  '/control/close': close,
  '/control/shortcut': shortcut,
  '/control/open-home': openHome,
  '/control/direct': direct,
  '/control/faults': planFaults,
  '/control/clock': moveClock,
  '/control/pass': letPass,
  '/control/stay': stay,
  '/control/sockets': controlSockets,
} satisfies Acts;

function planFaults(world: World, request: PracticeRequests['/control/faults']): void {
  if (request.clear) world.faults.clear();
  world.faults.add(request.add ?? []);
}

function moveClock(world: World, request: PracticeRequests['/control/clock']): { now: number } {
  return { now: world.passing.jump(request.advanceMs) };
}

function stay(world: World, _request: PracticeRequests['/control/stay']): { now: number } {
  return world.passing.stay();
}

function letPass(world: World, request: PracticeRequests['/control/pass']): { now: number; until: number } {
  return world.passing.pass(request.ms);
}

function controlSockets(world: World, request: PracticeRequests['/control/sockets']): void {
  world.sockets.control(request.how);
}
