import type { Incident } from '../incident.ts';
import { roomPlace } from '../room/place.ts';
import { type IncidentSaying, type Sayings, saying } from '../saying.ts';
import { isUnderWay, type LeadRole, leadRoles } from '../words.ts';
import { keyOfRoleMessage, type RoleMessage, roleMessageOf } from './role-message.ts';
import type { RoleState } from './role-state.ts';

/** To whom a part in it is offered, and what became of that; who has one now; who is called in. */
export const sayingsOfRoles: Sayings = ({ before, after }) => {
  const messages = [
    ...leadRoles.flatMap((role) => ofRole(before, after, role)),
    ...called(before, after),
    ...(hasMoved(before, after) ? standing(after) : []),
  ];
  return [...new Map(messages.map((message) => [keyOfRoleMessage(message), message])).values()].map(row);
};

function row(message: RoleMessage): IncidentSaying {
  const add = keyOfRoleMessage(message);
  return saying('incident_offer', { add, channel: message.person, ref: add });
}

function ofRole(before: Incident | undefined, after: Incident, role: LeadRole): readonly RoleMessage[] {
  const was = before?.roles[role];
  const is = after.roles[role];
  const old = was && offerOf(was, role);
  const now = offerOf(is, role);
  const isOver = !isUnderWay(after.lifecycle);
  const isSame = old !== undefined && now !== undefined && keyOfRoleMessage(old) === keyOfRoleMessage(now);
  return [
    // Whatever became of it, its buttons go.
    ...(old !== undefined && (!isSame || (isOver && isUnderWay(before?.lifecycle ?? 'declared')))
      ? [old]
      : []),
    ...(now !== undefined && !isSame ? [now] : []),
    ...duties(was, is, role),
    ...acting(was, is, role),
    ...kept(was, is, role),
  ];
}

function offerOf({ state, person, at }: RoleState, role: LeadRole): RoleMessage | undefined {
  return state === 'offered' && person !== undefined && at !== undefined
    ? { what: 'offer', role, person, at }
    : undefined;
}

/** Who stepped forward is told what it means; who was asked, or acts, has that in a message already. */
function duties(was: RoleState | undefined, { state, person, at }: RoleState, role: LeadRole): RoleMessage[] {
  if (state !== 'accepted' || person === undefined || at === undefined) return [];
  const isKnown = (was?.state === 'offered' || was?.state === 'accepted') && was.person === person;
  const isTheirs = was?.held === person;
  return isKnown || isTheirs ? [] : [{ what: 'duties', role, person, at }];
}

function acting(was: RoleState | undefined, is: RoleState, role: LeadRole): RoleMessage[] {
  const old = was && actingOf(was, role);
  const now = actingOf(is, role);
  const isSame = old?.person === now?.person;
  return isSame ? [] : [old, now].filter((message) => message !== undefined);
}

function actingOf({ acting: isActing, held, heldAt }: RoleState, role: LeadRole): RoleMessage | undefined {
  return isActing && held !== undefined && heldAt !== undefined
    ? { what: 'acting', role, person: held, at: heldAt }
    : undefined;
}

/** Whoever asked to be relieved hears that they are not. */
function kept(was: RoleState | undefined, is: RoleState, role: LeadRole): RoleMessage[] {
  const { person, held, at } = was ?? {};
  const isKept = was?.state === 'offered' && !was.acting && is.state === 'accepted' && is.person === held;
  return isKept && held !== undefined && at !== undefined && person !== held
    ? [{ what: 'kept', role, person: held, at }]
    : [];
}

function called(before: Incident | undefined, after: Incident): readonly RoleMessage[] {
  return after.specialists.slice(before?.specialists.length ?? 0).map(({ area, person, at }) => ({
    what: 'called',
    area,
    person,
    at,
  }));
}

function hasMoved(before: Incident | undefined, after: Incident): boolean {
  const place = roomPlace(after);
  return place !== undefined && place.channel !== (before && roomPlace(before))?.channel;
}

/** Messages in which the way to the room matters still. */
function standing(incident: Incident): readonly RoleMessage[] {
  const { messages, roles, specialists } = incident;
  const offers = leadRoles.map((role) => offerOf(roles[role], role)).filter((each) => each !== undefined);
  const others = Object.keys(messages)
    .map(roleMessageOf)
    .filter((message) => message !== undefined)
    .filter((message) =>
      message.what === 'called'
        ? specialists.some(({ person, area }) => person === message.person && area === message.area)
        : message.what !== 'kept' && roles[message.role].person === message.person,
    );
  return [...offers, ...others];
}
