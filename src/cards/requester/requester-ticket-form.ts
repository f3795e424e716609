import type { DeskSettings } from '../../domain/desk-settings.ts';
import { liveClocks } from '../../domain/sla/clocks-of.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { byTime, type Instant } from '../../domain/time.ts';
import type { Block, Form, Line } from '../card.ts';
import { writeContext } from '../forms/form-context.ts';
import { moment } from '../moment.ts';
import { bold, italic, plain, plainLines } from '../text.ts';
import { requesterStatusWords } from '../wording.ts';

/** The public part of a ticket, for the person who asked: what was written and what was answered, oldest first. */
export function requesterTicketForm(ticket: Ticket, settings: DeskSettings, now: Instant): Form {
  const said = [...ticket.messages.map(messageSaid), ...ticket.replies.map(replySaid)];
  return {
    form: 'whole_ticket',
    title: ticket.id,
    context: writeContext({ ticket: ticket.id }),
    blocks: [
      { type: 'heading', text: ticket.subject },
      {
        type: 'text',
        lines: [[bold(requesterStatusWords[ticket.status])], ...expected(ticket, settings, now)],
      },
      ...said
        .sort((one, other) => byTime(one.at, other.at))
        .flatMap(({ who, at, lines }): Block[] => [
          { type: 'context', line: [...who, { text: ' · ' }, moment(at, settings.timezone)] },
          { type: 'quote', lines },
        ]),
    ],
    fields: [],
  };
}

/** When the requester can expect to hear from us; nothing while nothing is owed to them. */
function expected(ticket: Ticket, { policies, timezone }: DeskSettings, now: Instant): readonly Line[] {
  const running = liveClocks(ticket, policies, now).filter(({ state }) => state === 'running');
  const answer = running.find(({ target }) => target === 'first_response' || target === 'next_response');
  const update = running.find(({ target }) => target === 'next_update');
  const next = answer && !(update && update.dueAt < answer.dueAt) ? answer : update;
  if (!next) return [];
  const what = next === answer ? 'an answer' : 'news';
  const by = moment(next.dueAt, timezone);
  return next.dueAt <= now
    ? [[{ text: `You should have had ${what} by ` }, by, { text: '. We are late, and we are sorry.' }]]
    : [[{ text: `You will have ${what} from us by ` }, by, { text: '.' }]];
}

type Said = { readonly at: string; readonly who: Line; readonly lines: readonly Line[] };

/** As it stands now: earlier versions are gone for the requester's side, as they are in the chat itself. */
function messageSaid(message: Ticket['messages'][number]): Said {
  const files = message.files.map((file) => plain(`📎 ${file.name}`));
  const words = message.deleted ? [[italic('This message was deleted.')]] : plainLines(message.text);
  return { at: message.at, who: [{ person: message.author }], lines: [...words, ...files] };
}

function replySaid(reply: Ticket['replies'][number]): Said {
  return { at: reply.at, who: plain('Our answer'), lines: plainLines(reply.publicText) };
}
