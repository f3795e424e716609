import { z } from 'zod';

// Slack: names have no capitals, blanks or most punctuation and at most 80 characters; ids begin with C or G.
const channelName = /^#[^\s#@A-Z.,;:!?]{1,80}$/u;
const channelId = /^[CG][A-Z0-9]{2,}$/;
const personId = /^[UW][A-Z0-9]{2,}$/;
const groupHandle = /^@[^\s@]{1,80}$/u;
/** An id as the desk writes it itself: `slack:C012345`. */
const prefixedId = /^[a-z]+:\S+$/;

/** A channel as `#name` or id. */
export const ChannelReference = z
  .string()
  .refine((text) => [channelName, channelId, prefixedId].some((shape) => shape.test(text)), {
    error:
      'must be a channel such as "#support" (in quotes, small letters) or a channel id such as C0123ABCD',
  });

/** A person as e-mail address or user id, or a user group as `@handle`. */
export const PersonReference = z
  .string()
  .refine(
    (text) =>
      z.email().safeParse(text).success ||
      [personId, groupHandle, prefixedId].some((shape) => shape.test(text)),
    { error: 'must be an e-mail address, a user id such as U0123ABCD or a group such as "@support"' },
  );

/** A model as its vendor or a gateway names it. */
export const Model = z
  .string()
  .regex(/^[\w.:@/-]{1,100}$/, { error: 'must be the id of a model such as claude-haiku-5-5' });

/** An IANA time zone this machine knows. */
export const TimeZone = z.string().refine(isTimeZone, {
  error: 'must be a time zone such as Europe/Berlin or UTC',
});

/** Whether this machine knows a name as IANA time zone. */
export function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 are accepted by Intl but know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // Intl says "unknown" by throwing; the caller reports it with its line.
    return false;
  }
}
