import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { News } from '../../domain/notice/news.ts';
import { liveClocks } from '../../domain/sla/clocks-of.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { byTime, type Instant } from '../../domain/time.ts';
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
  const due =
    told.before &&
    told.news.some((news) => news.what === 'severity' || (news.what === 'merged_in' && news.raisedTo));
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
      return [
        { text: `${news.ticket} was merged into it; its requester is answered with this one.` },
        ...(news.raisedTo === undefined ? [] : [{ text: ` It is ${news.raisedTo} now.` }]),
      ];
    case 'merged_away':
      return [actor(news.by), { text: ` merged it into ${news.into}.` }];
    case 'escalated':
      return [actor(news.by), { text: ` escalated it: ${news.reason}` }];
    case 'wrote_again':
      return [actor(news.by), { text: ` wrote again while it was ${news.was.replace('_', ' ')}:` }];
  }
}

/** The soonest promise that has another time than before, with the time that same promise had. */
function dueLine(
  before: Ticket,
  after: Ticket,
  { settings, now }: { readonly settings: DeskSettings; readonly now: Instant },
): readonly Line[] {
  const { policies, timezone } = settings;
  const known = new Map(liveClocks(before, policies, now).map(({ target, dueAt }) => [target, dueAt]));
  const moved = liveClocks(after, policies, now)
    .filter(({ state, target, dueAt }) => state === 'running' && known.get(target) !== dueAt)
    .sort((one, other) => byTime(one.dueAt, other.dueAt))[0];
  if (!moved) return [];
  const was = known.get(moved.target);
  return [
    [
      { text: `${promiseWords(moved.target, after, policies)} now due ` },
      moment(moved.dueAt, timezone),
      ...(was === undefined ? [] : [{ text: ', it was due ' }, moment(was, timezone)]),
    ],
  ];
}
