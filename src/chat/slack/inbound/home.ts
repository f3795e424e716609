import { z } from 'zod';
import { instantOf, toDeskId } from '../ids.ts';
import type { Envelope, Translated } from './context.ts';

const HomeOpened = z.object({
  user: z.string(),
  tab: z.string().optional(),
  event_ts: z.string().optional(),
});

/** `app_home_opened`: the home tab is drawn when somebody looks at it. Opening the messages tab says nothing. */
export function home(event: unknown, envelope: Envelope, now: string): Translated {
  const opened = HomeOpened.parse(event);
  if (opened.tab !== undefined && opened.tab !== 'home') return { ignored: `app_home_opened.${opened.tab}` };
  const by = toDeskId(opened.user);
  return {
    event: {
      type: 'home_opened',
      keys: [`event:${envelope.event_id}`],
      at: opened.event_ts === undefined ? now : instantOf(opened.event_ts),
      by,
      handle: { person: by },
    },
  };
}
