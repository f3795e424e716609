import type { Autonomy } from '../../domain/autonomy/autonomy.ts';
import type { TrackRecord } from '../../domain/autonomy/track-record.ts';
import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { TeamCard } from '../../ports.ts';
import type { Block, Button, Form, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { bold, counted, joined, plain } from '../text.ts';
import { actor } from './actor.ts';

/** Something changed in what the desk may answer alone. */
export type AutonomyNews = {
  readonly type: 'offered' | 'turned_on' | 'turned_off';
  readonly topic: string;
  readonly by: string;
  readonly why?: string | undefined;
};

/** Said once in the team's channel. Buttons are for managers; others are told so. */
export function autonomyNewsCard(news: AutonomyNews): TeamCard {
  const { topic } = news;
  const lines: Record<AutonomyNews['type'], Line> = {
    offered: [
      bold(topic),
      {
        text: ` has earned an answer without a person: ${news.why ?? ''}. A manager can look at a dry run and decide.`,
      },
    ],
    turned_on: [
      bold(topic),
      { text: ' is now answered by the desk alone, turned on by ' },
      actor(news.by),
      { text: '. Each card can stop its answer.' },
    ],
    turned_off: [
      bold(topic),
      { text: ' is answered by people again: ' },
      { text: news.why ?? '' },
      ...(news.by === 'desk' ? [] : [{ text: ' (' }, actor(news.by), { text: ')' }]),
      { text: '.' },
    ],
  };
  const buttons: Record<AutonomyNews['type'], readonly Button[]> = {
    offered: offerButtons(topic),
    turned_on: [offButton(topic)],
    turned_off: [],
  };
  const actions = buttons[news.type];
  return {
    audience: 'team',
    summary: `${topic}: ${news.type.replace('_', ' ')}`,
    blocks: [
      { type: 'text', lines: [lines[news.type]] },
      ...(actions.length > 0 ? [{ type: 'actions' as const, items: actions }] : []),
    ],
  };
}

/** Under a draft that leaves by itself: when, why, and a way to keep it. */
export function plannedBlocks(ticket: Ticket, settings: DeskSettings): readonly Block[] {
  const { planned } = ticket;
  if (!planned) return [];
  const line: Line = [
    bold('Leaves by itself at '),
    moment(planned.dueAt, settings.timezone, 'time'),
    { text: ` · “${planned.topic}” is answered by the desk` },
  ];
  return [
    { type: 'text', lines: [line] },
    { type: 'actions', items: [{ action: 'stop_sending', subject: ticket.id, label: 'Stop it' }] },
  ];
}

/** What a manager sees of it at home. */
export function autonomyBlocks(autonomy: Autonomy, settings: DeskSettings): readonly Block[] {
  const heading: Block = { type: 'text', lines: [[bold('Answers without a person')]] };
  const topics = Object.entries(autonomy.topics).sort(([left], [right]) => (left < right ? -1 : 1));
  if (settings.automation.autoSend === 'never') {
    return [
      heading,
      { type: 'context', line: plain('Off. To let topics earn it, set automation.auto_send to earned.') },
    ];
  }
  if (topics.length === 0) {
    const needed = counted(settings.automation.autoSendAfter, 'draft');
    return [
      heading,
      {
        type: 'context',
        line: plain(`No topic yet. One is offered after ${needed} about it were sent unchanged.`),
      },
    ];
  }
  return [heading, ...topics.flatMap(([topic, known]) => topicBlocks(topic, known, settings))];
}

const stateWords = {
  offered: 'on offer',
  declined: 'declined',
  on: 'answered by the desk',
  off: 'answered by people again',
} as const;

function topicBlocks(
  topic: string,
  { state, at, by, why }: Autonomy['topics'][string],
  settings: DeskSettings,
): Block[] {
  const who: Line = by === 'desk' ? [] : [{ text: ' by ' }, actor(by)];
  const since: Line = [
    { text: `${stateWords[state]}` },
    ...who,
    { text: ', ' },
    moment(at, settings.timezone),
  ];
  const line = joined([[bold(topic)], since, ...(why === undefined ? [] : [plain(why)])]);
  const items = state === 'offered' ? offerButtons(topic) : state === 'on' ? [offButton(topic)] : [];
  return [
    { type: 'text', lines: [line] },
    ...(items.length > 0 ? [{ type: 'actions' as const, items }] : []),
  ];
}

function offerButtons(topic: string): readonly Button[] {
  return [
    { action: 'autonomy_dry_run', subject: 'autonomy', value: topic, label: 'Dry run' },
    { action: 'autonomy_decline', subject: 'autonomy', value: topic, label: 'Not now' },
  ];
}

function offButton(topic: string): Button {
  return { action: 'autonomy_off', subject: 'autonomy', value: topic, label: 'Answer by hand again' };
}

/** What the rule would have sent lately and what people did with it; submitting turns the topic on. */
export function dryRunForm(topic: string, record: TrackRecord, days: number): Form {
  const facts: Line[] = [
    plain(`${record.unchanged} of them people sent as they were`),
    plain(`${record.edited} they edited first`),
    plain(`${record.rejected} they turned down`),
    plain(`after ${record.cameBack} the requester came back`),
  ];
  const shown = record.tickets.slice(0, 20);
  const more = record.tickets.length - shown.length;
  return {
    form: 'autonomy_on',
    title: 'Dry run',
    submit: 'Turn on',
    context: JSON.stringify({ topic }),
    blocks: [
      { type: 'text', lines: [[bold(topic)]] },
      {
        type: 'text',
        lines: [
          plain(
            `In the last ${days} days the desk would have sent ${counted(record.all, 'draft')} by itself:`,
          ),
        ],
      },
      { type: 'list', ordered: false, items: facts },
      ...(shown.length > 0
        ? [
            {
              type: 'context' as const,
              line: plain(`${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`),
            },
          ]
        : []),
      {
        type: 'text',
        lines: [
          plain(
            'When it is on: only drafts that no guard has anything against, nothing urgent, nobody upset. Each waits a moment and can be stopped on its card. One in ten still goes to a person. It turns itself off when requesters come back or people change the answers.',
          ),
        ],
      },
    ],
    fields: [],
  };
}
