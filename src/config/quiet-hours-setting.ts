import { z } from 'zod';
import type { QuietHours } from '../domain/notice/quiet-hours.ts';

const shape = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
const error = 'must be hours such as "20:00-08:00" (in quotes), or off';

/** Hours of the night as people write them, `20:00-08:00`, or `off`. YAML 1.1 readers take a bare off for false. */
export const QuietHoursSetting = z
  .union([z.literal('off'), z.literal(false), z.string().regex(shape)], { error })
  .refine((hours) => typeof hours !== 'string' || new Set(hours.split('-')).size !== 1 || hours === 'off', {
    error: 'must begin and end at different times; write off for none',
  })
  .transform((hours): QuietHours | 'off' => {
    if (hours === false || hours === 'off') return 'off';
    const [from = '', to = ''] = hours.split('-');
    return { from, to };
  });
