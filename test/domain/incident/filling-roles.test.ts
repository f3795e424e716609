import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyIncident } from '../../../src/domain/incident/apply.ts';
import type { IncidentEvent } from '../../../src/domain/incident/event.ts';
import { holderOf, type Incident } from '../../../src/domain/incident/incident.ts';
import { reopenIncident, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import { acceptRole, declineRole, handOver } from '../../../src/domain/incident/roles/roles.ts';
import { isUnderWay, type LeadRole, leadRoles } from '../../../src/domain/incident/words.ts';
import { minute } from '../../../src/domain/time.ts';
import { after, ana, ben, mia, settings } from '../../support/builders.ts';
import { anIncident, asks, cadence } from './an-incident.ts';
import { fillingRoles } from './filling-roles.ts';

const stamp = { by: 'desk' as const, source: 'desk' as const };
const cannotCome = (person: string) => (_: Incident, at: string) => ({
  events: [{ type: 'people_missing' as const, people: [{ person, reason: 'deactivated' }], at, ...stamp }],
});
const goesOut = (person: string) => (_: Incident, at: string) => ({
  events: [{ type: 'left' as const, person, at, ...stamp, by: person }],
});
const accepts = (role: LeadRole, by: string) => (incident: Incident, at: string) =>
  acceptRole(incident, role, asks.agent(at, by));
const declines = (role: LeadRole, by: string) => (incident: Incident, at: string) =>
  declineRole(incident, role, asks.agent(at, by));
const asksToTakeOver = (role: LeadRole, by: string, to: string) => (incident: Incident, at: string) =>
  handOver(incident, { role, to }, asks.agent(at, by));

const commanderOf = (incident: Incident) => {
  const { state, person, held, acting } = incident.roles.commander;
  return [state, person ?? '', ...(held === undefined ? [] : [acting ? `${held} acts` : held])];
};

test('nobody accepts: the next is asked after three minutes, managers are alarmed, the declarer acts after ten', () => {
  const filling = fillingRoles(anIncident());
  expect(commanderOf(filling.incident())).toEqual(['offered', mia]);
  filling.pass(3 * minute);
  expect(commanderOf(filling.incident())).toEqual(['offered', ana]);
  filling.pass(3 * minute);
  expect(filling.incident().roles.commander.state).toBe('exhausted');
  expect(filling.incident().nudges['role:commander']).toEqual({ count: 1, at: after(6) });
  filling.pass(4 * minute);
  expect(holderOf(filling.incident(), 'commander')).toBe(ana);
  expect(filling.events.find(({ type }) => type === 'role_acting')).toMatchObject({
    at: after(10),
    person: ana,
  });
  filling.pass(6 * minute);
  expect(filling.incident().nudges['role:commander']).toEqual({ count: 3, at: after(16) });
  filling.act(accepts('commander', ben));
  filling.pass(30 * minute);
  expect(filling.incident().nudges['role:commander']?.count).toBe(3);
  expect(commanderOf(filling.incident())).toEqual(['accepted', ben]);
});

test('where nobody can act everybody is asked again five minutes after the last one', () => {
  const desk = { ...settings.incidents, agents: [], managers: [], commanders: [ben] };
  const filling = fillingRoles(anIncident(), { desk });
  filling.pass(8 * minute);
  expect(filling.events.filter(({ type }) => type === 'role_offered')).toMatchObject([
    { role: 'commander', person: ben, at: after(0) },
    { role: 'liaison', person: ben },
    { role: 'commander', person: ben, at: after(8), anew: true },
  ]);
});

test('who cannot be let in is passed over at once, and who was known to be is not asked', () => {
  const filling = fillingRoles(anIncident());
  filling.pass(30_000);
  filling.act(cannotCome(mia));
  expect(commanderOf(filling.incident())).toEqual(['offered', ana]);
  const known = fillingRoles(applyIncident(anIncident(), cannotCome(mia)(anIncident(), after(0)).events));
  expect(commanderOf(known.incident())).toEqual(['offered', ana]);
});

test('deputy, backup and scribe are asked once somebody leads, nobody twice, and only whoever is free', () => {
  const filling = fillingRoles(anIncident());
  filling.pass(minute);
  expect(filling.incident().roles.deputy.state).toBe('open');
  filling.act(accepts('commander', mia));
  expect(filling.incident().roles.deputy).toMatchObject({ state: 'offered', person: ana });
  expect(filling.incident().roles.backup_liaison.state).toBe('open');
  filling.act(declines('deputy', ana));
  filling.pass(30 * minute);
  expect(filling.incident().roles.scribe.state).toBe('open');
  expect(
    filling.events.filter((event) => event.type === 'role_offered' && event.person === ana),
  ).toHaveLength(
    // Liaison, when Ben was silent.
    2,
  );
});

test('who leads another incident is asked last, and told so', () => {
  const filling = fillingRoles(anIncident(), { leading: new Map([[mia, ['INC-3']]]) });
  expect(commanderOf(filling.incident())).toEqual(['offered', ana]);
  filling.act(declines('commander', ana));
  expect(filling.events.at(-1)).toMatchObject({ type: 'role_offered', person: mia, elsewhere: ['INC-3'] });
});

test('when the commander goes out of the room the deputy is asked at once, and acts when silent', () => {
  const filling = fillingRoles(anIncident());
  filling.act(accepts('commander', mia));
  filling.act(accepts('deputy', ana));
  filling.pass(minute);
  filling.act(goesOut(mia));
  expect(commanderOf(filling.incident())).toEqual(['offered', ana]);
  filling.pass(10 * minute);
  expect(holderOf(filling.incident(), 'commander')).toBe(ana);
});

test('whoever goes out while somebody is asked to take over has it no longer; the other is still asked', () => {
  const filling = fillingRoles(anIncident());
  filling.act(accepts('commander', mia));
  filling.pass(minute);
  filling.act(asksToTakeOver('commander', mia, ben));
  filling.act(goesOut(mia));
  expect(commanderOf(filling.incident())).toEqual(['offered', ben]);
});

type Deed = { readonly what: number; readonly who: number; readonly role: number; readonly seconds: number };
const team = [ana, ben, mia];
const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.nat({ max: 8 }),
  who: fc.nat({ max: 2 }),
  role: fc.nat({ max: 4 }),
  seconds: fc.oneof(fc.constant(0), fc.nat({ max: 400 })),
});

function happens(filling: ReturnType<typeof fillingRoles>, { what, who, role: number, seconds }: Deed) {
  const by = team[who] ?? ana;
  const role = leadRoles[number] ?? 'commander';
  filling.pass(seconds * 1000);
  const holder = holderOf(filling.incident(), role) ?? by;
  const offered = filling.incident().roles[role].person ?? by;
  const resolution = { text: 'Fixed.', dataLoss: 'no' as const, reviewOwner: ana, cadence };
  const doings = [
    accepts(role, offered),
    accepts(role, by),
    declines(role, offered),
    asksToTakeOver(role, holder, by),
    goesOut(by),
    cannotCome(by),
    (_: Incident, at: string) => ({ events: [{ type: 'joined' as const, person: by, at, ...stamp, by }] }),
    (incident: Incident, at: string) => resolveIncident(incident, resolution, asks.manager(at)),
    (incident: Incident, at: string) =>
      reopenIncident(incident, { reason: 'back', cadence }, asks.manager(at)),
  ];
  filling.act(doings[what] ?? goesOut(by));
}

/** Somebody leads or acts, somebody is asked, or the alarm has gone off and goes on. */
function isInHands(incident: Incident): boolean {
  const { state, exhaustedAt } = incident.roles.commander;
  const alarmed = incident.nudges['role:commander']?.at;
  const isAlarmed = exhaustedAt !== undefined && alarmed !== undefined && alarmed >= exhaustedAt;
  return holderOf(incident, 'commander') !== undefined || state === 'offered' || isAlarmed;
}

/** Offers of the desk to somebody who had one in the same round and let it pass. */
function askedTwice(events: readonly IncidentEvent[]): readonly string[] {
  const passed = new Map<string, Set<string>>();
  const twice: string[] = [];
  for (const event of events) {
    if (event.type === 'reopened') passed.clear();
    if (event.type === 'role_accepted' || event.type === 'role_left') passed.delete(event.role);
    if (event.type === 'role_silent' || event.type === 'role_declined')
      passed.set(event.role, (passed.get(event.role) ?? new Set()).add(event.person));
    if (event.type !== 'role_offered' || event.by !== 'desk') continue;
    if (event.anew) passed.delete(event.role);
    if (passed.get(event.role)?.has(event.person)) twice.push(`${event.role} ${event.person} ${event.at}`);
  }
  return twice;
}

/** Events after which another person has a role though nobody accepted, left, or was said to act. */
function lostDuty(first: Incident, events: readonly IncidentEvent[]): readonly string[] {
  let incident = first;
  return events.flatMap((event) => {
    const next = applyIncident(incident, [event]);
    const isMove = 'role' in event && ['role_accepted', 'role_left', 'role_acting'].includes(event.type);
    const lost = leadRoles.filter((role) => {
      const may = isMove && event.role === role;
      return !may && holderOf(incident, role) !== holderOf(next, role);
    });
    incident = next;
    return lost.map((role) => `${event.type}: ${role}`);
  });
}

test('whatever happens, a live incident is in somebody’s hands, nobody is asked twice, no duty is lost', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const first = anIncident();
      const filling = fillingRoles(first);
      for (const each of deeds) {
        happens(filling, each);
        const now = filling.incident();
        if (isUnderWay(now.lifecycle)) expect(isInHands(now)).toBe(true);
      }
      expect(askedTwice(filling.events)).toEqual([]);
      expect(lostDuty(first, filling.events)).toEqual([]);
      expect(filling.events.reduce((state, event) => applyIncident(state, [event]), first)).toEqual(
        filling.incident(),
      );
    }),
    { numRuns: 150 },
  );
});
