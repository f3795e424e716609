import type {
  IncidentNumbers,
  LiveNumbers,
  Share,
  Spread,
} from '../../../domain/incident/figures/numbers.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { counted, plain } from '../../text.ts';
import { toTheSecond } from './to-the-second.ts';

/** Incidents in numbers: medians and 90th percentiles, and what is missing said to be missing. */
export function numbersCard(live: LiveNumbers, periods: readonly IncidentNumbers[]): TeamCard {
  const underWay = Object.values(live.bySeverity).reduce((sum, count) => sum + count, 0);
  const summary = 'Incidents in numbers';
  const leaderless =
    live.withoutCommanderMs > 0
      ? `; longest without a commander ${toTheSecond(live.withoutCommanderMs)}`
      : '';
  return {
    audience: 'team',
    summary,
    blocks: [
      { type: 'heading', text: summary },
      {
        type: 'text',
        lines: [
          plain(`Now: ${underWay} under way; ${counted(live.updatesOverdue, 'update')} overdue${leaderless}`),
        ],
      },
      ...periods.flatMap(periodBlocks),
      {
        type: 'context',
        line: plain(
          'Drills, false alarms and merged incidents are left out. “Missing”: it did not happen, or nobody said when.',
        ),
      },
    ],
  };
}

function periodBlocks(numbers: IncidentNumbers): readonly Block[] {
  const { days, declared, reopened } = numbers;
  const items: readonly (readonly [string, Line])[] = [
    ['Declared', plain(`${declared}${reopened > 0 ? `, reopened ${counted(reopened, 'time')}` : ''}`)],
    ['Trouble began → declared', spreadWords(numbers.toDetect)],
    ['Declared → somebody leads', spreadWords(numbers.toAcknowledge)],
    ['Declared → room', spreadWords(numbers.toRoom)],
    ['Declared → first customer told', spreadWords(numbers.toFirstUpdate)],
    ['Trouble began → mitigated', spreadWords(numbers.toMitigate)],
    ['Trouble began → resolved', spreadWords(numbers.toResolve)],
    ['Updates in time', shareWords(numbers.cadence)],
    ['Named times kept', shareWords(numbers.promises)],
    ['Longest wait past what was owed', spreadWords(numbers.late)],
    ['Time without a commander', spreadWords(numbers.withoutCommander)],
    [
      'Reminders, corrections, failed deliveries',
      plain(`${numbers.rungs}, ${numbers.corrections}, ${numbers.deliveriesFailed}`),
    ],
  ];
  const shown = declared === 0 ? items.slice(0, 1) : items;
  return [
    { type: 'divider' },
    { type: 'text', lines: [[{ text: `Last ${days} days`, style: 'bold' }]] },
    { type: 'facts', items: shown.map(([label, value]) => ({ label, value })) },
  ];
}

function spreadWords({ median, p90, of, missing }: Spread): Line {
  const lacking = missing > 0 ? `, missing in ${missing}` : '';
  return median === undefined || p90 === undefined
    ? plain(`missing in all ${missing}`)
    : plain(`median ${toTheSecond(median)}, 90th percentile ${toTheSecond(p90)} (of ${of}${lacking})`);
}

function shareWords({ done, of, percent }: Share): Line {
  return percent === undefined
    ? plain('none were owed')
    : plain(`${done} of ${of} (${percent.toFixed(0)} %)`);
}
