import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnsendable, type LintFacts, lintUpdate } from '../../../src/domain/update/lint-update.ts';
import { after, ten } from '../../support/builders.ts';

/** Ten o'clock in UTC is eleven in Berlin; the next update is owed by noon in Berlin. */
const facts: LintFacts = {
  now: ten,
  zone: 'Europe/Berlin',
  latest: after(60),
  tickets: ['T-12'],
  otherAccounts: ['Velaro Shoes', 'Northgate Pharmacy Group'],
  colleagues: ['Omar Haddad'],
  last: undefined,
};
const next = 'Next update: by 12:00 (Europe/Berlin).';
const rules = (text: string, given: Partial<LintFacts> = {}) =>
  lintUpdate(text, { ...facts, ...given }).map(({ effect, rule }) => `${effect}: ${rule}`);

describe('what cannot go out', () => {
  test.each([
    ['We are working on it.', 'no next update'],
    ['Next update: when we know more.', 'no next update'],
    ['Wir melden uns, wenn es etwas Neues gibt.', 'no next update'],
    ['Next update: by 14:00 (Europe/Berlin).', 'later than promised'],
    ['Next update: by 21 Nov 12:00 (Europe/Berlin).', 'later than promised'],
    ['Nächste Nachricht: bis 21. November, 9:00 Uhr (Europe/Berlin).', 'later than promised'],
    ['Next update: by 20 Nov 10:30 (Europe/Berlin).', 'time has passed'],
    ['Next update: by 12:00.', 'time without zone'],
    ['Prochaine mise à jour : avant 11h30.', 'time without zone'],
    ['Próxima actualización: a las 11:45.', 'time without zone'],
    [`It began at 9:40 and we saw it. ${next}`, 'time without zone'],
    [`The same happened to Velaro Shoes. ${next}`, 'another customer'],
    [`northgate  pharmacy group is affected, too. ${next}`, 'another customer'],
    [`We restarted db-prod-07. ${next}`, 'an internal host'],
    [`The fault is in cache.eu.internal. ${next}`, 'an internal host'],
    [`The call to 10.20.30.40 fails. ${next}`, 'an internal host'],
    [`Omar Haddad looks at it. ${next}`, 'a person inside'],
    [`@omar looks at it. ${next}`, 'a person inside'],
    [`The team talks in #inc-checkout. ${next}`, 'an internal channel'],
    [`See https://larder.slack.com/archives/C1/p2. ${next}`, 'an internal page'],
    [`See https://grafana.larder.test/d/9. ${next}`, 'an internal page'],
    [`It is the same as T-99. ${next}`, 'another ticket'],
  ])('%s', (text, rule) => {
    expect(rules(text)).toContain(`blocks: ${rule}`);
    expect(isUnsendable(lintUpdate(text, facts))).toBe(true);
  });
});

describe('what is worth a second look', () => {
  test.each([
    ['It will be back soon.', 'vague time'],
    ['We answer ASAP.', 'vague time'],
    ['Wir beheben es in Kürze.', 'vague time'],
    ['Lo vemos cuanto antes.', 'vague time'],
    ['Nous regardons dès que possible.', 'vague time'],
    ['It should be resolved now.', 'hopeful fix'],
    ['Es sollte wieder funktionieren.', 'hopeful fix'],
    ['We think it is the cache.', 'guess'],
    ['Vermutlich ist es der Export.', 'guess'],
    ['C’est peut-être le réseau.', 'guess'],
    ['It was human error.', 'blame'],
    ['It is the supplier’s fault.', 'blame'],
    ['Fue un error humano.', 'blame'],
    ['A small number of orders failed.', 'vague number'],
    ['Einige Kunden sind betroffen.', 'vague number'],
    ['We did a rollback.', 'jargon'],
    ['This is a P1 for us.', 'jargon'],
    ['There is an outage.', 'outage'],
    ['Sorry for this. We apologise.', 'apology'],
    ['We are on it!', 'exclamation mark'],
    ['It is fixed by 20 Nov 11:30 (Europe/Berlin).', 'fix time'],
    ['Die Lösung kommt um 11:45 Uhr (Europe/Berlin).', 'fix time'],
    [Array.from({ length: 125 }, () => 'word').join(' '), 'too long'],
  ])('%s', (text, rule) => {
    expect(rules(`${text} ${next}`)).toEqual(
      rule === 'apology' || rule === 'hopeful fix'
        ? expect.arrayContaining([`warns: ${rule}`])
        : [`warns: ${rule}`],
    );
  });

  test('an update that says nearly the same as the last one', () => {
    const last = `We check the export of the orders of last week line by line with the supplier. ${next}`;
    const again = last.replace('12:00', '12:30').replace('last week', 'this week');
    expect(rules(again, { last, latest: after(120) })).toEqual(['warns: same as before']);
    expect(rules(`The export is ruled out; we look at the mail next. ${next}`, { last })).toEqual([]);
  });

  test('every finding says where it is and how to put it right', () => {
    const text = `It should be resolved soon. ${next}`;
    for (const finding of lintUpdate(text, facts)) {
      expect(text.slice(finding.from, finding.from + finding.text.length)).toBe(finding.text);
      expect(finding.repair).toMatch(/^[A-Z].*\.$/);
    }
    expect(lintUpdate(text, facts)).toHaveLength(2);
  });
});

test.each([
  `We are working on it. ${next}`,
  'We write again by 11:30 CET.',
  'You hear from us again by 11:30 a.m. CET, here.',
  'We will update you at 10:45 UTC.',
  'Next update: 20 Nov 2026, 12:00 (Europe/Berlin).',
  'Next update: 2026-11-20 11:30 (Europe/Berlin).',
  'Next update: 20.11. 11:30 (Europe/Berlin).',
  'Next update: November 20, 10:50 UTC.',
  'By 12:00 (Europe/Berlin) you will have news: the next update comes here.',
  'Nächste Nachricht: bis 20. Nov., 11:45 Uhr (Europe/Berlin), hier.',
  'Wir melden uns bis 11:45 Uhr MEZ wieder.',
  'Próxima actualización: antes del 20 nov 11:50 (Europe/Madrid).',
  'Le escribiremos a las 11:30 (Europe/Madrid).',
  'Prochaine mise à jour : avant le 20 nov. 11:50 (Europe/Paris).',
  'Nous reviendrons vers vous à 11h30 (Europe/Paris).',
  `T-12: the import is ruled out as the cause. ${next}`,
  `Since 9:40 (Europe/Berlin) 12 of your 300 orders waited; 288 went through. ${next}`,
  `Our estimate for the solution is 20 Nov 11:50 (Europe/Berlin). ${next}`,
  `There is a full outage of the checkout. ${next}`,
  `We are sorry for the wait. ${next}`,
  `Please use the export in CSV for now. ${next}`,
  `The help page https://help.larder.test/exports has the steps. ${next}`,
  `Error 502 comes from the gateway; version 3.2.1 is not affected. ${next}`,
  `Write to billing@larder.test with questions. ${next}`,
  `We wait for a supplier. Our service is affected and we stay on it. ${next}`,
  `Blocked: nothing. Workaround: none known yet. ${next}`,
  `Ana Torres is your contact. ${next}`,
  `Two of three checks are done, day 3. ${next}`,
  `Ask in this thread, item #1 of your list. ${next}`,
  `The ratio is 16:9 and the port 8080:80 is open. ${next}`,
])('nothing stands against: %s', (text) => {
  expect(rules(text)).toEqual([]);
});

test('names are looked for as they are, whatever signs are in them', () => {
  const names = ['Sunda-Home', 'A+B (Berlin)', 'C/D [x]', 'Ünal & Söhne', '$*^'];
  const found = (text: string) =>
    lintUpdate(`${text} ${next}`, { ...facts, otherAccounts: names }).map((finding) => finding.text);
  expect(found('It is the same for sunda-home and ünal & söhne.')).toEqual(['sunda-home', 'ünal & söhne']);
  expect(found('See A+B (Berlin) and C/D [x].')).toEqual(['A+B (Berlin)', 'C/D [x]']);
  expect(found('Sundays at home are fine.')).toEqual([]);
});

test('times in another zone are compared as moments', () => {
  expect(rules('Next update: by 20:00 (Asia/Tokyo).')).toEqual([]);
  expect(rules('Next update: by 20:30 (Asia/Tokyo).')).toEqual(['blocks: later than promised']);
  expect(rules('Next update: by 6:00 a.m. EST.')).toEqual([]);
});

test('a time tomorrow needs no date', () => {
  expect(rules('Next update: by 9:00 (Europe/Berlin).', { latest: after(24 * 60) })).toEqual([]);
});

test('without a cadence any time will do', () => {
  expect(rules('Next update: by 21 Dec 09:00 (Europe/Berlin).', { latest: undefined })).toEqual([]);
});

test('no text is too strange to be read', () => {
  const piece = fc.constantFrom(
    '99:99',
    '20 Nov ',
    '(Foo/Bar)',
    '31 feb 12:00 (UTC)',
    'UTC+99',
    '!',
    '\n',
    'next update',
    ' 7 pm',
    '2026-13-45 ',
    '@',
    'T-1',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const text = pieces.join('');
      for (const { from, text: place } of lintUpdate(text, { ...facts, last: text })) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(text).toContain(place);
      }
    }),
    { numRuns: 300 },
  );
});
