import type { ChangesOf } from './change.ts';
import { holderOf, type Incident, type RoleState } from './incident.ts';
import type { LeadRole } from './words.ts';

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
> = {
  role_offered: (incident, { role, person, until, at }) =>
    withRole(incident, role, ({ passed }) => {
      const held = holderOf(incident, role);
      return { state: 'offered', person, at, until, passed, ...(held === undefined ? {} : { held }) };
    }),
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
  role_exhausted: (incident, { role }) =>
    withRole(incident, role, (state) => ({ ...withoutOffer(state), state: 'exhausted' })),
  role_acting: (incident, { role, person, at }) => {
    const after = withRole(incident, role, ({ passed: asked }) => ({
      state: 'exhausted',
      person,
      at,
      acting: true,
      passed: asked,
    }));
    return role === 'commander' && incident.lifecycle === 'declared'
      ? { ...after, lifecycle: 'active' }
      : after;
  },
  role_left: (incident, { role }) => withRole(incident, role, () => ({ state: 'open', passed: [] })),
  specialist_named: (incident, { area, person, at }) =>
    incident.specialists.some((known) => known.area === area && known.person === person)
      ? incident
      : { ...incident, specialists: [...incident.specialists, { area, person, at }] },
};

function withRole(incident: Incident, role: LeadRole, change: (state: RoleState) => RoleState): Incident {
  return { ...incident, roles: { ...incident.roles, [role]: change(incident.roles[role]) } };
}

/** The offer is over; who held the role before holds it still. */
function passed(incident: Incident, role: LeadRole, person: string): Incident {
  return withRole(incident, role, (state) => {
    const asked = [...state.passed.filter((known) => known !== person), person];
    return state.held === undefined
      ? { state: 'open', passed: asked }
      : { state: 'accepted', person: state.held, ...(state.at ? { at: state.at } : {}), passed: asked };
  });
}

function withoutOffer({ passed: asked, held }: RoleState): RoleState {
  return { state: 'open', passed: asked, ...(held === undefined ? {} : { held }) };
}
