import type { PracticeRequests } from './control.ts';
import { acts } from './server/acts.ts';
import type { World } from './server/world.ts';

/** The control routes as functions, for tests and benches in the same process. */
const names = {
  say: '/control/message',
  edit: '/control/edit',
  remove: '/control/delete',
  react: '/control/react',
  pin: '/control/pin',
  member: '/control/member',
  channel: '/control/channel',
  command: '/control/command',
  press: '/control/press',
  submit: '/control/submit',
  close: '/control/close',
  shortcut: '/control/shortcut',
  openHome: '/control/open-home',
  direct: '/control/direct',
  faults: '/control/faults',
  clock: '/control/clock',
  pass: '/control/pass',
  stay: '/control/stay',
  sockets: '/control/sockets',
} as const satisfies Record<string, keyof PracticeRequests>;

type Names = typeof names;

/** `say`, `press`, …: each takes the body of its control route and answers what the route answers. */
export type PracticeControl = {
  readonly [Name in keyof Names]: (
    request: PracticeRequests[Names[Name]],
  ) => ReturnType<(typeof acts)[Names[Name]]>;
};

export function bindActs(world: World): PracticeControl {
  return {
    say: (request) => acts[names.say](world, request),
    edit: (request) => acts[names.edit](world, request),
    remove: (request) => acts[names.remove](world, request),
    react: (request) => acts[names.react](world, request),
    pin: (request) => acts[names.pin](world, request),
    member: (request) => acts[names.member](world, request),
    channel: (request) => acts[names.channel](world, request),
    command: (request) => acts[names.command](world, request),
    press: (request) => acts[names.press](world, request),
    submit: (request) => acts[names.submit](world, request),
    close: (request) => acts[names.close](world, request),
    shortcut: (request) => acts[names.shortcut](world, request),
    openHome: (request) => acts[names.openHome](world, request),
    direct: (request) => acts[names.direct](world, request),
    faults: (request) => acts[names.faults](world, request),
    clock: (request) => acts[names.clock](world, request),
    pass: (request) => acts[names.pass](world, request),
    stay: (request) => acts[names.stay](world, request),
    sockets: (request) => acts[names.sockets](world, request),
  };
}
