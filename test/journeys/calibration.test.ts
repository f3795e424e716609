import { afterEach, beforeEach, expect, test } from 'vitest';
import { solveTicket } from '../../src/domain/ticket/ending.ts';
import { discardDraft } from '../../src/domain/ticket/judgement.ts';
import { approveDraft } from '../../src/domain/ticket/reply.ts';
import { Ticket } from '../../src/domain/ticket/ticket.ts';
import { summaryOf } from '../../src/workflows/change-ticket.ts';
import { afterwards, aWorkedTicket } from '../support/a-ticket.ts';
import { aDraft, after, asksAs, ten } from '../support/builders.ts';
import { eventually } from '../support/eventually.ts';
import { openPracticeDesk, type PracticeDesk } from '../support/practice-desk.ts';
import { idOf } from '../support/practice-names.ts';
import { type Shape, words } from '../support/shown.ts';

let desk: PracticeDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.close());

const questions = {
  Mei: 'I exported my orders and all the umlauts look broken in Excel. What am I doing wrong?',
  Tomasz: 'Umlauts are broken in Excel when I open my exported orders there. How do I mend that?',
};

/** Lets earlier tickets end: so many drafts of the offline engine with this score were discarded, so many sent. */
async function past(score: number, given: { readonly discarded: number; readonly sent: number }) {
  const { store } = desk;
  for (let number = 1; number <= given.discarded + given.sent; number += 1) {
    const proposed = aWorkedTicket({
      id: `T-${1000 + number}`,
      drafts: [{ ...aDraft({ confidence: score, rawConfidence: score }), state: 'proposed' }],
    });
    const ended =
      number <= given.discarded
        ? afterwards(proposed, (now) => discardDraft(now, 'd1', asksAs.agent(after(5))))
        : afterwards(
            proposed,
            (now) => approveDraft(now, { draft: 'd1', mode: 'careful' }, asksAs.agent(after(5))),
            (now) => solveTicket(now, undefined, asksAs.agent(after(9))),
          );
    const ticket = today(ended);
    await store.commit({
      kind: 'ticket',
      id: ticket.id,
      expectedVersion: 0,
      events: [],
      state: ticket,
      at: ticket.changedAt,
      summary: summaryOf(ticket),
    });
  }
  const all = given.discarded + given.sent;
  await eventually(
    () => desk.running.desk.experience.reliability().drafts === all,
    'the outcomes are learned from',
  );
}

/** The builders' day is long ago whenever these tests run. */
function today(ticket: Ticket): Ticket {
  const day = desk.running.desk.clock.now().slice(0, 10);
  return Ticket.parse(JSON.parse(JSON.stringify(ticket).replaceAll(ten.slice(0, 10), day)));
}

async function drafted(person: 'Mei' | 'Tomasz') {
  const id = await desk.ticketOf(desk.say(person, questions[person]));
  const card = await desk.cardOf(id, (shown) => shown.includes('Draft'));
  const draft = (await desk.ticket(id)).drafts[0]!;
  return { id, card, draft };
}

test('after many drafts were thrown away such a draft is trusted less and goes to the Escalation Manager', async () => {
  const before = await drafted('Mei');
  const { rawConfidence = 0, confidence } = before.draft;
  expect(confidence).toBe(rawConfidence);
  await past(rawConfidence, { discarded: 30, sent: 6 });
  const { id, card, draft } = await drafted('Tomasz');
  expect(draft.confidence).toBeLessThan((draft.rawConfidence ?? 0) - 0.2);
  await desk.cardOf(id, (shown) =>
    /🔎 For the Escalation Manager: not sure enough \((?:low|medium)\)/.test(shown),
  );
  await desk.press('Ana', card, 'Why this confidence');
  const form = words((await desk.formOf('Ana')).view as Shape);
  expect(form).toContain('Learned from 36 decided drafts of this engine');
  expect(form).toContain(`${draft.rawConfidence?.toFixed(2)}, after the guards`);
});

test('a manager reads what was said beside what happened', async () => {
  await past(0.8, { discarded: 12, sent: 24 });
  desk.openHome('Grace');
  const home = await eventually(() => {
    const text = words((desk.practice.state().homes[idOf('Grace')] ?? { text: '' }) as Shape);
    return text.includes('happened') ? text : undefined;
  }, 'Grace sees the table');
  expect(home).toContain('high, 0.75 to 0.90: said 80, happened 67 in 100 · 36 drafts');
  expect(home).toContain('24 sent as they were and settled it, 0 edited, 12 rejected, 0 came back');
  expect(home).toContain('13 points of 100 apart on average');
});
