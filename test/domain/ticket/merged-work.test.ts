import { describe, expect, test } from 'vitest';
import { correctTriage, triageTicket } from '../../../src/domain/ticket/judgement.ts';
import { absorb, mergeInto, releaseMerged } from '../../../src/domain/ticket/relation.ts';
import { replyPublicly } from '../../../src/domain/ticket/reply.ts';
import { isLive, type Ticket } from '../../../src/domain/ticket/ticket.ts';
import { claimTicket, escalateTicket, releaseTicket } from '../../../src/domain/ticket/work.ts';
import type { Severity, Status } from '../../../src/domain/words.ts';
import { afterwards, aWorkedTicket } from '../../support/a-ticket.ts';
import { after, ana, asksAs, aTriage, ben } from '../../support/builders.ts';

const desk = (minutes: number) => asksAs.desk(after(minutes));
const agent = (minutes: number, person = ana) => asksAs.agent(after(minutes), person);

function graded(id: string, severity: Severity, given: Partial<Ticket> & { status?: Status } = {}): Ticket {
  return afterwards(aWorkedTicket({ id, ...given }), (ticket) =>
    triageTicket(ticket, aTriage({ severity, tier: severity === 'P1' ? 4 : 1 }), desk(6)),
  );
}

function put(source: Ticket, into: Ticket, minutes: number): Ticket {
  const merged = afterwards(source, (now) => mergeInto(now, into, agent(minutes)));
  return afterwards(into, (now) => absorb(now, merged, desk(minutes)));
}

const taken = (target: Ticket, source: string, minutes: number) =>
  afterwards(target, (now) => releaseMerged(now, source, desk(minutes)));
const standing = ({ triage, assignee, status }: Ticket) => ({
  severity: triage?.severity,
  tier: triage?.tier,
  corrections: triage?.corrections.length,
  who: assignee?.person,
  status,
});
const calm = graded('T-2', 'P3');

describe('the severity of a ticket into which another is merged', () => {
  test('is the higher one, says because of which, and is its own again when the merge is taken back', () => {
    const both = put(graded('T-1', 'P1'), calm, 10);
    expect(both.triage).toMatchObject({
      severity: 'P1',
      tier: 4,
      corrections: [{ field: 'severity', was: 'P3', by: 'desk', at: after(10), because: 'T-1' }],
    });
    expect(standing(taken(both, 'T-1', 20))).toEqual(standing(calm));
  });

  test('stays when the other is calmer, or was not worked any more', () => {
    expect(standing(put(graded('T-1', 'P4'), calm, 10))).toEqual(standing(calm));
    const solved = graded('T-1', 'P1', { status: 'solved' });
    expect(isLive(solved)).toBe(false);
    expect(standing(put(solved, calm, 10))).toMatchObject({ severity: 'P3', corrections: 0 });
  });

  test('is what a person said since, also when the merge is taken back', () => {
    const both = put(graded('T-1', 'P1'), calm, 10);
    const said = afterwards(both, (now) => correctTriage(now, { field: 'severity', to: 'P2' }, agent(15)));
    expect(standing(said)).toMatchObject({ severity: 'P2', corrections: 2 });
    expect(standing(taken(said, 'T-1', 20))).toMatchObject({ severity: 'P2', corrections: 2 });
  });

  test('is that of what is still merged in, whichever goes first', () => {
    const [high, critical] = [graded('T-1', 'P2'), graded('T-3', 'P1')];
    const both = put(critical, put(high, calm, 10), 12);
    expect(standing(both)).toMatchObject({ severity: 'P1', corrections: 2 });
    expect(standing(taken(both, 'T-3', 20))).toEqual(standing(put(high, calm, 10)));
    expect(standing(taken(both, 'T-1', 20))).toEqual(standing(put(critical, calm, 12)));
    expect(standing(taken(taken(both, 'T-1', 20), 'T-3', 21))).toEqual(standing(calm));
    const other = put(high, put(critical, calm, 10), 12);
    expect(standing(taken(other, 'T-3', 20))).toMatchObject({ severity: 'P2', corrections: 1 });
  });

  test('is not raised again by later words of the other', () => {
    const source = graded('T-1', 'P1');
    const merged = afterwards(source, (now) => mergeInto(now, calm, agent(10)));
    const both = afterwards(
      calm,
      (now) => absorb(now, merged, desk(10)),
      (now) => correctTriage(now, { field: 'severity', to: 'P4' }, agent(11)),
      (now) =>
        absorb(
          now,
          { ...merged, messages: merged.messages.map((each) => ({ ...each, id: 'memory:more' })) },
          desk(12),
        ),
    );
    expect(both.messages.map(({ id }) => id)).toContain('memory:more');
    expect(both.triage?.severity).toBe('P4');
  });
});

describe('whoever had the ticket that is merged', () => {
  const anas = graded('T-1', 'P3', { status: 'open' });

  test('has the other one, where nobody has it, and no longer when the merge is taken back', () => {
    const both = put(anas, calm, 10);
    expect(standing(both)).toMatchObject({ who: ana, status: 'open' });
    expect(standing(taken(both, 'T-1', 20))).toEqual(standing(calm));
  });

  test('leaves it to who has it', () => {
    const bens = afterwards(calm, (now) => claimTicket(now, agent(7, ben)));
    expect(standing(put(anas, bens, 10))).toEqual(standing(bens));
  });

  test('leaves it to who took it since, and who gave it back has it no more', () => {
    const both = put(anas, calm, 10);
    const free = afterwards(both, (now) => releaseTicket(now, agent(11)));
    expect(standing(taken(free, 'T-1', 20))).toMatchObject({ who: undefined, status: 'open' });
    const bens = afterwards(free, (now) => claimTicket(now, agent(12, ben)));
    expect(standing(taken(bens, 'T-1', 20))).toMatchObject({ who: ben, status: 'open' });
  });

  test('leaves it open where something was done for it meanwhile', () => {
    const both = put(anas, calm, 10);
    const answered = afterwards(both, (now) =>
      replyPublicly(now, { publicText: 'On it', next: 'open' }, agent(12)),
    );
    expect(standing(taken(answered, 'T-1', 20))).toMatchObject({ who: undefined, status: 'open' });
    const escalated = afterwards(both, (now) => escalateTicket(now, 'help', agent(12)));
    expect(standing(taken(escalated, 'T-1', 20))).toMatchObject({ who: undefined, status: 'open' });
  });

  test('goes on with it while another of theirs is merged in', () => {
    const second = afterwards(graded('T-3', 'P3'), (now) => claimTicket(now, agent(8, ben)));
    const both = put(second, put(anas, calm, 10), 12);
    expect(standing(both).who).toBe(ana);
    expect(standing(taken(both, 'T-1', 20))).toMatchObject({ who: ben, status: 'open' });
    expect(standing(taken(taken(both, 'T-1', 20), 'T-3', 21))).toEqual(standing(calm));
  });
});
