import type { ChangesOf } from '../change.ts';
import { holderOf, type Incident } from '../incident.ts';
import { type LeadRole, leadRoles } from '../words.ts';
import type { RoleState } from './role-state.ts';

/** Who leads, and who was asked to. */
export const changesOfRoles: ChangesOf<
  | 'role_offered'
  | 'role_accepted'
  | 'role_declined'
  | 'role_silent'
  | 'role_exhausted'
  | 'role_acting'
  | 'role_left'
  | 'specialist_named'
  | 'specialists_looked_up'
> = {
  role_offered: (incident, { role, person, until, anew, at }) =>
    withRole(incident, role, (state) => ({
      ...keptOf(state),
      state: 'offered',
      person,
      at,
      until,
      passed: anew ? [] : state.passed,
    })),
  role_accepted: (incident, { role, person, at }) => {
    const after = withRole(incident, role, () => ({ state: 'accepted', person, at, passed: [] }));
    if (role !== 'commander') return after;
    return {
      ...after,
      acknowledgedAt: incident.acknowledgedAt ?? at,
      lifecycle: incident.lifecycle === 'declared' ? 'active' : incident.lifecycle,
    };
  },
  role_declined: (incident, { role, person }) => passed(incident, role, person),
  role_silent: (incident, { role, person }) => passed(incident, role, person),
  role_exhausted: (incident, { role, at }) =>
    withRole(incident, role, (state) => ({
      ...keptOf(state),
      state: 'exhausted',
      at,
      passed: state.passed,
      exhaustedAt: state.exhaustedAt ?? at,
    })),
  role_acting: (incident, { role, person, at }) => {
    // Whoever is asked at the moment may still accept.
    const after = withRole(incident, role, (state) => ({ ...state, held: person, heldAt: at, acting: true }));
    return role === 'commander' && incident.lifecycle === 'declared'
      ? { ...after, lifecycle: 'active' }
      : after;
  },
  role_left: (incident, { role, person, at }) =>
    withRole(incident, role, (state) => {
      const vacant = { leftBy: person, vacantAt: at };
      if (state.state !== 'offered' || state.person === person)
        return { state: 'open', passed: [person], ...vacant };
      const { held: _left, heldAt: _since, acting: _acting, ...asked } = state;
      return { ...asked, passed: [...asked.passed, person], ...vacant };
    }),
  specialist_named: (incident, { area, person, at }) =>
    incident.specialists.some((known) => known.area === area && known.person === person)
      ? incident
      : { ...incident, specialists: [...incident.specialists, { area, person, at }] },
  specialists_looked_up: (incident, { tickets }) => ({
    ...incident,
    lookedUp: [...new Set([...(incident.lookedUp ?? []), ...tickets])],
  }),
};

/** It came back: whoever had a part acts until they, or others, accept it anew. */
export function rolesAskedAgain(incident: Incident): Incident['roles'] {
  const roles = { ...incident.roles };
  for (const role of leadRoles) {
    const person = holderOf(incident, role);
    const { at, heldAt = at } = incident.roles[role];
    const acts = person === undefined ? {} : defined({ held: person, heldAt, acting: true });
    roles[role] = { ...acts, state: 'open', passed: [] };
  }
  return roles;
}

function withRole(incident: Incident, role: LeadRole, change: (state: RoleState) => RoleState): Incident {
  return { ...incident, roles: { ...incident.roles, [role]: change(incident.roles[role]) } };
}

/** What stays while somebody is asked: who has the duty meanwhile, and since when nobody does. */
function keptOf(state: RoleState): Partial<RoleState> {
  const { held, heldAt, acting, relief, exhaustedAt, leftBy, vacantAt } =
    state.state === 'accepted' ? { ...state, held: state.person, heldAt: state.at } : state;
  return defined({ held, heldAt, acting, relief, exhaustedAt, leftBy, vacantAt });
}

/** The offer is over; who held the role before holds it still. */
function passed(incident: Incident, role: LeadRole, person: string): Incident {
  return withRole(incident, role, (state) => {
    if (state.state !== 'offered' || state.person !== person) return state;
    const asked = [...state.passed.filter((known) => known !== person), person];
    if (state.held === undefined || state.acting) return { ...keptOf(state), state: 'open', passed: asked };
    return {
      ...defined({ at: state.heldAt }),
      state: 'accepted',
      person: state.held,
      passed: asked,
      relief: true,
    };
  });
}

/** Without what is not known. */
function defined(state: { readonly [K in keyof RoleState]?: RoleState[K] | undefined }): Partial<RoleState> {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
