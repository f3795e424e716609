import type { Card } from '../../../cards/card.ts';
import type { Log } from '../../../ports.ts';
import { slackLimits } from '../limits/table.ts';
import { blockProblems, viewProblems } from '../limits.ts';
import { actionBlocks, type SlackBlock } from './actions.ts';
import { messageRoom, toSlackBlocks } from './blocks.ts';
import { shortened } from './cut.ts';
import type { Names } from './names.ts';
import type { SlackView } from './view.ts';

/** Text and blocks of a message. `text` is what notifications and screen readers say. */
export type MessageContent = { readonly text: string; readonly blocks: readonly SlackBlock[] };

/**
 * A card as a message. A card that Slack would refuse in spite of all cutting is an error of ours: then its summary
 * goes out, so that nobody waits for a message that never comes.
 */
export function toMessageContent(card: Card, names: Names, log: Log): MessageContent {
  const text = escaped(shortened(card.summary, slackLimits.summary)) || '–';
  const blocks = toSlackBlocks(card, messageRoom, names);
  const problems = blockProblems(blocks, 'message');
  if (problems.length === 0 && blocks.length > 0) return { text, blocks };
  if (problems.length > 0) log.error('A card breaks limits of Slack; only its summary is sent', { problems });
  return { text, blocks: summaryOnly(card) };
}

/** Says whether a view keeps the limits; an error of ours is logged, and Slack decides. */
export function checkedView(view: SlackView, log: Log): SlackView {
  const problems = viewProblems(view);
  if (problems.length > 0) log.error('A form or home page breaks limits of Slack', { problems });
  return view;
}

function summaryOnly(card: Card): readonly SlackBlock[] {
  const text = shortened(card.summary, slackLimits.sectionText) || '–';
  const summary: SlackBlock = { type: 'section', text: { type: 'plain_text', text, emoji: false } };
  if (!card.more) return [summary];
  return [summary, ...actionBlocks([{ ...card.more, label: 'Show everything' }], { next: 1 })];
}

/** The text of a message is markup: without this a person's `<!channel>` would call everybody. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
