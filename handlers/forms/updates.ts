import { momentText } from '../../src/cards/moment.ts';
import { shortened } from '../../src/cards/text.ts';
import { refusalWords } from '../../src/cards/wording.ts';
import { isTeam } from '../../src/desk.ts';
import { isRefused } from '../../src/domain/ticket/decision.ts';
import { sendUpdate } from '../../src/domain/ticket/updating.ts';
import type { Finding } from '../../src/domain/update/lint-update.ts';
import { askedIn, changeAsAsked, loadTicket } from '../../src/workflows/change-ticket.ts';
import { findingsIn, readersZone } from '../../src/workflows/prepare-update.ts';
import { reportOutcome } from '../answer.ts';
import type { FormHandler, Submitted } from '../table.ts';
import { handleOf, readContext } from './context.ts';
import { hasSeen } from './seen.ts';

/** An update in a person's own words. What must not go out keeps the form open; what is only doubtful does so once. */
export const update: FormHandler = {
  async check(desk, event) {
    const text = event.values.text ?? '';
    if (!text.trim()) return { text: 'Write what the requester should read.' };
    if (!isTeam(desk.people, event.by)) return { text: 'Only the support team can reply.' };
    const context = readContext(event);
    const ticket = await loadTicket(desk, context.ticket);
    if (!ticket) return undefined;
    const sending = { update: context.update ?? '', publicText: text };
    const decision = sendUpdate(ticket, sending, askedIn(desk, event));
    if (isRefused(decision)) {
      const at = 'at' in decision ? ` at ${momentText(decision.at, desk.settings.timezone, 'time')}` : '';
      const words = at
        ? `Somebody wrote to the requester${at}. Read it first.`
        : refusalWords[decision.refused];
      return { text: words };
    }
    const findings = await findingsIn(desk, ticket, { text, by: event.by });
    const blocking = findings.filter(({ effect }) => effect === 'blocks');
    if (blocking.length > 0) return { text: wordsOf(blocking) };
    return findings.length > 0 && !hasSeen(desk, keyOf(event), fingerprint(findings))
      ? { text: `${wordsOf(findings)} Send again to send it anyway.` }
      : undefined;
  },
  async submit(desk, event) {
    const context = readContext(event);
    const asked = askedIn(desk, event);
    const known = await loadTicket(desk, context.ticket);
    const zone = known && (await readersZone(desk, known));
    const sending = { update: context.update ?? '', publicText: event.values.text ?? '', zone };
    const changed = await changeAsAsked(desk, context.ticket, asked, (ticket) =>
      sendUpdate(ticket, sending, asked),
    );
    await reportOutcome(desk, handleOf(event), changed);
  },
};

const mostShown = 3;

function wordsOf(findings: readonly Finding[]): string {
  const lines = findings
    .slice(0, mostShown)
    .map(({ text, repair }) => (text === '' ? repair : `“${shortened(text, 60)}”: ${repair}`));
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** The same doubts about the same words are shown once. */
function fingerprint(findings: readonly Finding[]): number {
  const words = findings.map(({ rule, text }) => `${rule}:${text}`).join('|');
  return [...words].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 31, 7);
}

function keyOf(event: Submitted): string {
  return `update ${event.by} ${event.handle.view ?? readContext(event).ticket}`;
}
