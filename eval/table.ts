import { goals } from './goals.ts';
import type { Figure } from './task.ts';

/** What one task measured, and how long it took. */
export type Measured = {
  readonly set: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly seconds: number;
};

/** The figures as lines of text: ours, its interval and the goal, and under it each simple method of the same run. */
export function tableOf(measured: readonly Measured[]): readonly string[] {
  const rowsOf = ({ set, figures }: Measured) => figures.flatMap((figure) => figureRows(set, figure));
  const head = ['  metric and simple methods', 'figure', '95 % interval', 'goal'];
  const [headLine = '', ...lines] = aligned([head, ...measured.flatMap(rowsOf)]);
  let at = 0;
  const groups = measured.flatMap((each) => {
    const own = lines.slice(at, at + rowsOf(each).length);
    at += own.length;
    return [`${each.set}: ${each.title} (${each.seconds.toFixed(1)} s)`, ...own];
  });
  return [headLine, ...groups];
}

function figureRows(set: string, figure: Figure): readonly (readonly string[])[] {
  const { metric, value, interval, baselines } = figure;
  const ours = [
    `  ${metric}`,
    number(value),
    interval === undefined ? '' : rangeOf(interval),
    goalOf(set, figure),
  ];
  return [ours, ...baselines.map((baseline) => [`    ${baseline.name}`, number(baseline.value)])];
}

function goalOf(set: string, { metric, value, lowerIsBetter }: Figure): string {
  const goal = goals[set]?.[metric];
  if (goal === undefined) return '';
  // A figure is compared as it is shown.
  const shown = Number(number(value));
  const isReached = lowerIsBetter ? shown <= goal : shown >= goal;
  return `${lowerIsBetter ? '≤' : '≥'} ${number(goal)} ${isReached ? 'reached' : 'missed'}`;
}

function rangeOf([low, high]: readonly [number, number]): string {
  return `${number(low)}–${number(high)}`;
}

function number(value: number): string {
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3);
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 1 ? cell.padStart(columns[at] ?? 0) : cell.padEnd(columns[at] ?? 0),
    );
    return cells.join('  ').trimEnd();
  });
}
