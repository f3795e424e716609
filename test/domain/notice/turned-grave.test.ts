import { expect, test } from 'vitest';
import { preferenceOf } from '../../../src/domain/notice/preference.ts';
import { correctTriage, triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { minute } from '../../../src/domain/time.ts';
import { openingOf } from '../../support/a-ticket.ts';
import { after, ana, asksAs, aTriage, ben, mia, settings, ten } from '../../support/builders.ts';
import { playNotices } from './played-notices.ts';

test('who leads hears the last warning of a ticket that turned out grave after its queue had heard it', () => {
  const player = playNotices(openingOf(), {
    settings: { ...settings, notices: { quietHours: 'off' } },
    team: { agents: new Set([ana, ben]), managers: new Set([mia]) },
    habitOf: () => ({ preference: preferenceOf({ people: {} }, ana, 'off'), timezone: 'Europe/Berlin' }),
  });
  player.act((ticket) => triageTicket(ticket, aTriage({ severity: 'P3' }), asksAs.desk(ten)));
  player.pass(218 * minute);
  const toLeads = () => player.told.filter(({ notice }) => notice.to.includes(mia)).length;
  expect(toLeads()).toBe(0);
  player.act((ticket) => correctTriage(ticket, { field: 'severity', to: 'P2' }, asksAs.agent(after(218))));
  player.pass(minute);
  expect(toLeads()).toBe(1);
});
