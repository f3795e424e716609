import { z } from 'zod';
import { day, hour, minute, second } from '../domain/time.ts';

const units = { s: second, m: minute, h: hour, d: day, w: 7 * day } as const;
const shape = /^(\d+)([smhdw])$/;

/** The text of a length of time; YAML reads a number alone as no text. */
export const TimeText = z.string({
  error: ({ input }) => (typeof input === 'number' ? withoutUnit(input) : undefined),
});

/** A length of time as people write it (`30s`, `15m`, `4h`, `2d`, `1w`; a day is 24 hours), read as milliseconds. */
export const Duration = TimeText.regex(shape, {
  error: ({ input }) => (isBare(input) ? withoutUnit(Number(input)) : notALength),
}).transform(durationMs);

const notALength = 'must be a length of time such as 30s, 15m, 4h, 2d or 1w';
const isBare = (input: unknown) => typeof input === 'string' && /^\d+$/.test(input);

/** What is said of a number alone. */
function withoutUnit(amount: number): string {
  return Number.isInteger(amount) && amount > 0
    ? `needs a unit; write ${amount}m, ${amount}h or ${amount}d`
    : notALength;
}

function durationMs(text: string): number {
  const [, amount, unit] = shape.exec(text) ?? [];
  return Number(amount) * (unit === undefined ? 0 : units[unit as keyof typeof units]);
}
