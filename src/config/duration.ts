import { z } from 'zod';
import { day, hour, minute, second } from '../domain/time.ts';

const units = { s: second, m: minute, h: hour, d: day, w: 7 * day } as const;
const shape = /^(\d+)([smhdw])$/;

/** A length of time as people write it (`30s`, `15m`, `4h`, `2d`, `1w`; a day is 24 hours), read as milliseconds. */
export const Duration = z
  .string()
  .regex(shape, { error: 'must be a length of time such as 30s, 15m, 4h, 2d or 1w' })
  .transform(durationMs);

function durationMs(text: string): number {
  const [, amount, unit] = shape.exec(text) ?? [];
  return Number(amount) * (unit === undefined ? 0 : units[unit as keyof typeof units]);
}
