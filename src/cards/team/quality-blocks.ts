import type { DeskSettings } from '../../domain/desk-settings.ts';
import { hasHeld } from '../../domain/outcome.ts';
import { fewestForTable, type Reliability, type ReliabilityBin } from '../../domain/reliability.ts';
import { confidenceWord } from '../../domain/words.ts';
import type { Learned, TopicOutcome } from '../../ports.ts';
import type { Block, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { bold, counted, joined, plain } from '../text.ts';

/** What a manager sees of how well the desk judges: drafts beside their outcomes, and what was learned. */
export type Quality = {
  readonly reliability: Reliability;
  readonly outcomes: readonly TopicOutcome[];
  readonly learned: Learned;
  /** Days that the drafts are counted over. */
  readonly days: number;
};

export function qualityBlocks(quality: Quality, settings: DeskSettings): readonly Block[] {
  return [...reliabilityBlocks(quality), { type: 'divider' }, ...learnedBlocks(quality.learned, settings)];
}

function reliabilityBlocks({ reliability, outcomes, days }: Quality): readonly Block[] {
  const { drafts, bins } = reliability;
  const title: Line = [bold('How far confidence can be trusted'), { text: ` · last ${days} days` }];
  if (drafts < fewestForTable) {
    return [
      { type: 'text', lines: [title] },
      { type: 'context', line: plain(`Not enough decided drafts yet: ${drafts} of ${fewestForTable}.`) },
    ];
  }
  return [
    { type: 'text', lines: [title, plain(tally(outcomes))] },
    { type: 'list', ordered: false, items: bins.map(binLine) },
    { type: 'context', line: plain(inPlainWords(reliability)) },
  ];
}

function binLine({ from, to, drafts, said, happened }: ReliabilityBin): Line {
  return [
    bold(`${confidenceWord(from)}, ${from.toFixed(2)} to ${to.toFixed(2)}`),
    {
      text: `: said ${inHundred(said)}, happened ${inHundred(happened)} in 100 · ${counted(drafts, 'draft')}`,
    },
  ];
}

function tally(outcomes: readonly TopicOutcome[]): string {
  const count = (is: (outcome: TopicOutcome) => boolean) => outcomes.filter(is).length;
  const parts = [
    `${count((outcome) => hasHeld(outcome) === true)} sent as they were and settled it`,
    `${count(({ verdict }) => verdict === 'edited')} edited`,
    `${count(({ verdict }) => verdict === 'rejected')} rejected`,
    `${count(({ aftermath }) => aftermath !== undefined)} came back after they were sent`,
  ];
  return parts.join(', ');
}

/** The expected calibration error and the Brier score, each with what would be good. */
function inPlainWords({ gap = 0, brier = 0 }: Reliability): string {
  return `What was said and what happened are ${inHundred(gap)} points of 100 apart on average (0 is perfect). Brier score ${brier.toFixed(2)}: 0 is perfect, saying “half of them” each time gives 0.25.`;
}

const inHundred = (share: number) => Math.round(share * 100);

function learnedBlocks(learned: Learned, settings: DeskSettings): readonly Block[] {
  const title: Line = [bold('What the desk has learned')];
  if (learned.lessons === 0) {
    return [
      { type: 'text', lines: [title] },
      {
        type: 'context',
        line: plain('Nothing yet. It learns from tickets that are corrected or solved.'),
      },
    ];
  }
  const from = `From ${counted(learned.lessons, 'ticket')} that people corrected or solved, ${learned.corrected} of them corrected.`;
  const latest = learned.latest.map(
    ({ ticket, at, by }): Line => [
      { text: `${ticket} by ` },
      { person: by },
      { text: ' ' },
      moment(at, settings.timezone),
    ],
  );
  return [
    { type: 'text', lines: [title, plain(from), ...categoryLines(learned)] },
    ...(latest.length > 0
      ? [{ type: 'context' as const, line: [{ text: 'Latest corrections: ' }, ...joined(latest)] }]
      : []),
  ];
}

function categoryLines({ byCategory }: Learned): readonly Line[] {
  const words = ({ category, seen }: Learned['byCategory'][number]) =>
    `${category.replace('_', ' ')} (${seen})`;
  const known = byCategory.filter(({ judges }) => judges).map(words);
  const unknown = byCategory.filter(({ judges }) => !judges).map(words);
  return [
    ...(known.length > 0 ? [plain(`It has seen enough to help sort: ${known.join(', ')}.`)] : []),
    ...(unknown.length > 0 ? [plain(`Too few yet, rules alone: ${unknown.join(', ')}.`)] : []),
  ];
}
