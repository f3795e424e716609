import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { News } from '../../domain/notice/news.ts';
import { nextDue } from '../../domain/sla/clocks-of.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Instant } from '../../domain/time.ts';
import type { TeamCard } from '../../ports.ts';
import type { Block, Line } from '../card.ts';
import { maskedSecrets } from '../masked-secrets.ts';
import { moment } from '../moment.ts';
import { promiseWords } from '../promise-words.ts';
import { bold, plainLines, shortened } from '../text.ts';
import { actor } from './actor.ts';
import { headOf, mentioned, noticeActions } from './notice-parts.ts';

/** What others did to a ticket, for whoever has or had it: one message, each thing once. */
export function changeNoticeCard(
  ticket: Ticket,
  told: { readonly news: readonly News[]; readonly before: Ticket | undefined },
  view: { readonly settings: DeskSettings; readonly now: Instant; readonly mention?: string | undefined },
): TeamCard {
  const head = headOf(ticket);
  const lines = told.news.map((news): Line => [{ text: '• ' }, ...lineOf(news)]);
  const due = told.before && told.news.some(({ what }) => what === 'severity');
  const quotes = told.news.flatMap((news): Block[] =>
    news.what === 'wrote_again'
      ? [{ type: 'quote', lines: plainLines(shortened(maskedSecrets(news.text).text, 300)) }]
      : [],
  );
  return {
    audience: 'team',
    summary: `${head} — ${told.news.map(({ what }) => summaryWords[what]).join(', ')}`,
    blocks: [
      {
        type: 'text',
        lines: [
          [...mentioned(view.mention), bold(head)],
          ...lines,
          ...(due && told.before ? dueLine(told.before, ticket, view) : []),
        ],
      },
      ...quotes,
      noticeActions(ticket),
    ],
  };
}

const summaryWords: Readonly<Record<News['what'], string>> = {
  taken_over: 'taken over',
  given_back: 'given back',
  severity: 'another severity',
  reopened: 'reopened',
  disputed: 'still broken',
  merged_in: 'another ticket merged into it',
  merged_away: 'merged',
  escalated: 'escalated',
  wrote_again: 'the requester wrote again',
};

function lineOf(news: News): Line {
  switch (news.what) {
    case 'taken_over':
      return [actor(news.by), { text: ' took it over from you.' }];
    case 'given_back':
      return [actor(news.by), { text: ' gave it back to its queue.' }];
    case 'severity':
      return [actor(news.by), { text: ` changed the severity from ${news.was} to ${news.to}.` }];
    case 'reopened':
      return [actor(news.by), { text: ` reopened it: ${news.reason}` }];
    case 'disputed':
      return [actor(news.by), { text: ' says that it still does not work.' }];
    case 'merged_in':
      return [{ text: `${news.ticket} was merged into it; its requester is answered with this one.` }];
    case 'merged_away':
      return [actor(news.by), { text: ` merged it into ${news.into}.` }];
    case 'escalated':
      return [actor(news.by), { text: ` escalated it: ${news.reason}` }];
    case 'wrote_again':
      return [actor(news.by), { text: ` wrote again while it was ${news.was.replace('_', ' ')}:` }];
  }
}

/** What is owed next, where that is another time than before. */
function dueLine(
  before: Ticket,
  after: Ticket,
  { settings, now }: { readonly settings: DeskSettings; readonly now: Instant },
): readonly Line[] {
  const is = nextDue(after, settings.policies, now);
  const was = nextDue(before, settings.policies, before.changedAt);
  if (!is || is.dueAt === was?.dueAt) return [];
  const line: Line = [
    { text: `${promiseWords(is.target, after, settings.policies)} now due ` },
    moment(is.dueAt, settings.timezone),
    ...(was
      ? [
          { text: `, it was ${promiseWords(was.target, before, settings.policies)} ` },
          moment(was.dueAt, settings.timezone),
        ]
      : []),
  ];
  return [line];
}
