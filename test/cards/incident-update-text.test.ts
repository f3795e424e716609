import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentUpdateText } from '../../src/cards/requester/incident-update-text.ts';
import { applyIncident } from '../../src/domain/incident/apply.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { changeStatus, resolveIncident } from '../../src/domain/incident/lifecycle.ts';
import type { IncidentUpdate } from '../../src/domain/incident/updates/incident-update.ts';
import { draftFrom } from '../../src/domain/incident/updates/update-draft.ts';
import { lintIncidentUpdate } from '../../src/domain/incident/updates/update-lint.ts';
import { draftUpdate } from '../../src/domain/incident/updates/updating.ts';
import { updateKinds } from '../../src/domain/incident/words.ts';
import { isUnsendable } from '../../src/domain/update/lint-update.ts';
import { tongues } from '../../src/domain/update/tongue.ts';
import { afterwards, aLedIncident, asks, cadence } from '../domain/incident/an-incident.ts';
import { after, ana, ben } from '../support/builders.ts';

const reader = {
  ticket: 'T-1',
  tongue: 'en',
  zone: 'Europe/Berlin',
  now: after(10),
  contact: 'Support',
} as const;

function drafted(incident: Incident, minutes: number, status?: string): Incident {
  const draft = draftFrom(incident, [], { cadence, now: after(minutes), contact: 'Ben' });
  const fields = status === undefined ? draft.fields : { ...draft.fields, status };
  const kind = status === undefined ? draft.kind : 'update';
  return afterwards(incident, (now) =>
    draftUpdate(now, { ...draft, kind, fields }, asks.agent(after(minutes), ben)),
  );
}

const latest = (incident: Incident): IncidentUpdate => incident.updates.at(-1)!;

const factsFor = (zone: string) => ({
  now: after(10),
  zone,
  latest: after(40),
  tickets: ['T-1'],
  otherAccounts: ['Beta', 'Velaro Shoes', 'Northgate Pharmacy Group'],
  colleagues: ['Omar Haddad'],
  last: undefined,
});

test('the first word says what is known, in the language and zone of whoever reads it', () => {
  const incident = drafted(aLedIncident(), 10);
  expect(incidentUpdateText(incident, latest(incident), reader)).toBe(
    [
      'Update on T-1. Status: investigating. As of 20 Nov 11:10 (Europe/Berlin).',
      'We know of the disruption that you reported and work on it with priority.',
      'Next steps: we look for the cause.',
      'Workaround: none known yet.',
      'Next update: by 11:40 (Europe/Berlin), in this thread.',
      'Your contact: Ben, ticket T-1. Write here at any time.',
    ].join('\n'),
  );
  const german = incidentUpdateText(incident, latest(incident), {
    ...reader,
    tongue: 'de',
    zone: 'Asia/Tokyo',
  });
  expect(german).toContain('Nächste Nachricht: bis 19:40 Uhr (Asia/Tokyo), hier im Verlauf.');
});

test('the end says how long it lasted, whether data was lost, and what to do when it comes back', () => {
  const over = afterwards(aLedIncident(), (now) =>
    resolveIncident(
      now,
      { text: 'A faulty gateway was replaced.', dataLoss: 'no', reviewOwner: ana, cadence },
      asks.agent(after(83), ana),
    ),
  );
  const incident = drafted(over, 84);
  const update = latest(incident);
  expect(update).toMatchObject({ kind: 'final', fields: { status: 'A faulty gateway was replaced.' } });
  const text = incidentUpdateText(incident, update, { ...reader, now: after(84) });
  expect(text).toContain('It lasted 1 hour 23 minutes, from 20 Nov 11:00 (Europe/Berlin) to 20 Nov 12:23');
  expect(text).toContain('Data: no data was lost.');
  expect(text).toContain('If it comes back, write here');
  const facts = { ...factsFor('Europe/Berlin'), now: after(84), latest: undefined };
  expect(lintIncidentUpdate(incident, update, { text, facts })).toEqual([]);
});

test('whoever was attached after the others is not told of messages that others have', () => {
  const incident = drafted(aLedIncident(), 40);
  const acknowledged: IncidentUpdate = {
    ...latest(incident),
    update: 'u1',
    state: 'delivered',
    countedAt: after(10),
    deliveries: { 'T-1': { at: after(10), id: 'slack:C1:1' } },
  };
  const quiet: IncidentUpdate = { ...latest(incident), update: 'u2', kind: 'nothing_new' };
  const [first] = incident.tickets;
  const later = {
    ...incident,
    impact: { by: ana, at: after(5), what: 'Payments fail' },
    tickets: [first!, { ...first!, ticket: 'T-9', at: after(30) }],
    updates: [acknowledged, quiet],
  };
  const read = (ticket: string, update = quiet) =>
    incidentUpdateText(later, update, { ...reader, ticket, now: after(40) });
  expect(read('T-1')).toContain('There is nothing new since our message of 20 Nov 11:10');
  expect(read('T-1')).not.toContain('Payments fail');
  expect(read('T-9')).toContain('We know of the disruption that you reported');
  expect(read('T-9')).toContain('Affected: Payments fail');
  expect(read('T-9')).not.toContain('our message');
  const correction: IncidentUpdate = { ...quiet, kind: 'correction', corrects: 'u1' };
  expect(read('T-1', correction)).toContain('Correction to our message of');
  expect(read('T-9', correction)).not.toContain('our message');
});

test.each(tongues)('nothing stands against what the desk words by itself, in %s', (tongue) => {
  const incident = drafted(aLedIncident(), 10);
  for (const kind of ['acknowledgement', 'update', 'nothing_new'] as const) {
    const update = { ...latest(incident), kind };
    const text = incidentUpdateText(incident, update, { ...reader, tongue });
    expect(lintIncidentUpdate(incident, update, { text, facts: factsFor(reader.zone) })).toEqual([]);
  }
});

const outcome = (incident: Incident, status: string) => {
  const with_ = drafted(incident, 10, status);
  const text = incidentUpdateText(with_, latest(with_), reader);
  return lintIncidentUpdate(with_, latest(with_), { text, facts: factsFor(reader.zone) });
};

test.each([
  'Beta has the same trouble.',
  'It is the same at Velaro Shoes.',
  'northgate pharmacy group is affected, too.',
  'BETA was told already.',
  'We restarted db-prod-07.',
  'The fault is in cache.eu.internal.',
  'The call to 10.20.30.40 fails.',
  'See 192.168.1.7 for it.',
  'localhost answers, the rest does not.',
  'k8s-node-3 is gone.',
  'redis-cache-12 ran full.',
  'Omar Haddad looks at it.',
  '@omar looks at it.',
  '<@U0OMAR> looks at it.',
  'slack:U0OMAR looks at it.',
  'The team talks in #inc-checkout.',
  'Look into <#C0ROOM>.',
  'See https://larder.slack.com/archives/C1/p2.',
  'See https://grafana.larder.test/d/9.',
  'See https://github.com/larder/gateway/pull/9.',
  'See https://10.0.0.8/status.',
  'It is the same as T-99.',
  'T-2 waits for it, too.',
  'We track it as INC-7.',
  'It is like INC-3 last week.',
  'Ask in inc-7-acme-checkout-502.',
  'It began at 9:40 and we saw it.',
  'We look again at 11:30.',
  'The next update comes at 18:00 (Europe/Berlin).',
  'You hear from us again by 15:00 CET.',
])('a bad draft is blocked: %s', (status) => {
  expect(isUnsendable(outcome(aLedIncident(), status))).toBe(true);
});

test.each([
  'The gateway is being replaced.',
  'Since 10:40 (Europe/Berlin) 12 of your 300 orders waited; 288 went through.',
  'The import is ruled out as the cause.',
  'We checked the mail service; it works.',
  'The first of three checks is done.',
  'Orders that were paid are kept and are not lost.',
  'You can pay by invoice meanwhile.',
  'Error 502 comes from the gateway; version 3.2.1 is not affected.',
  'Please do not repeat payments that show as open.',
  'We wait for a supplier. Our service is affected and we stay on it.',
  'The help page https://help.larder.test/exports has the steps.',
  'Write to billing@larder.test with questions.',
  'Half of the requests succeed again.',
  'The export in CSV works.',
  'We are sorry for the wait.',
  'Logins are not affected.',
  'Two of five regions work as before.',
  'The change of this morning was taken back.',
  'Our estimate for the solution is 20 Nov 11:30 (Europe/Berlin).',
  'We add capacity now.',
  'Your data is complete; we compared it with the copy of last night.',
  'The checkout answers slowly, and answers.',
  'New orders are accepted; their mails wait.',
  'We found the cause in our gateway.',
  'There is a full outage of the checkout.',
  'Acme is affected in the checkout alone.',
  'Nothing is needed from you.',
  'We compare the settings of all shops.',
  'Der Import ist als Ursache ausgeschlossen.',
  'La pasarela se está cambiando.',
])('a good draft passes: %s', (status) => {
  expect(outcome(aLedIncident(), status)).toEqual([]);
});

test('of a restricted incident neither the title nor a cause goes out', () => {
  const open = aLedIncident();
  const restricted: Incident = { ...open, visibility: 'restricted', title: 'Leaked keys' };
  expect(isUnsendable(outcome(restricted, 'It was caused by a change.'))).toBe(true);
  expect(isUnsendable(outcome(restricted, 'There are leaked keys.'))).toBe(true);
  expect(isUnsendable(outcome(restricted, 'Logins wait; nothing is needed from you.'))).toBe(false);
});

test('no word of the team reaches an update, whatever happens in the room', () => {
  const secret = 'SECRETWORD';
  const stamp = { by: ana, at: after(5), source: 'command' as const };
  const happenings = [
    { type: 'noted' as const, text: secret, ...stamp },
    {
      type: 'message_kept' as const,
      message: 'slack:m1',
      author: ana,
      text: secret,
      how: 'pinned' as const,
      ...stamp,
    },
    { type: 'kept_message_edited' as const, message: 'slack:m1', text: secret, ...stamp },
    { type: 'task_added' as const, task: 'k1', text: secret, ...stamp },
    { type: 'task_done' as const, task: 'k1', ...stamp },
    { type: 'room_renamed' as const, name: secret, ...stamp },
    { type: 'internal_update' as const, conditions: secret, actions: secret, needs: secret, ...stamp },
    { type: 'severity_changed' as const, was: 'P1' as const, to: 'P2' as const, reason: secret, ...stamp },
    { type: 'update_snoozed' as const, until: after(20), reason: secret, ...stamp },
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(happenings),
      fc.constantFrom(...updateKinds),
      fc.constantFrom(...tongues),
      fc.constantFrom('open' as const, 'restricted' as const),
      (events, kind, tongue, visibility) => {
        const before: Incident = { ...aLedIncident(), title: secret, visibility };
        const after_ = applyIncident(before, events);
        const draft = draftFrom(after_, events, { cadence, now: after(10), contact: 'Ben' });
        const stated = afterwards(after_, (now) =>
          changeStatus(now, { to: 'identified', text: 'A public word.' }, asks.agent(after(9), ana)),
        );
        const update = { ...latest(drafted(stated, 10)), ...draft, kind };
        const text = incidentUpdateText(stated, update, { ...reader, tongue });
        expect(JSON.stringify(draft) + text).not.toContain(secret);
        expect(text).not.toMatch(/Acme|Beta|T-2|INC-7/);
      },
    ),
    { numRuns: 200 },
  );
});
