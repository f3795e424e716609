import { type Guard, oneLine } from './guard.ts';

/** Nobody is called and no channel is named. Control sequences of a chat platform never pass, not even quoted. */
export const noMentions: Guard = {
  name: 'mention',
  check: ({ everything, claims }) =>
    everything.flatMap((text) => {
      const hard = text.match(/<[!@#][^>]*>?|@(?:here|channel|everyone)\b/i)?.[0];
      const soft = text.match(
        /(?<![\p{L}\p{N}._%+/-])@[\p{L}\p{N}][\p{L}\p{N}._-]*|(?<![\p{L}\p{N}&/])#\p{Ll}[\p{L}\p{N}_-]+/u,
      )?.[0];
      const isQuoted =
        soft !== undefined &&
        claims.some((claim) => claim.text === text && oneLine(claim.source.quote).includes(soft));
      const mention = hard ?? (isQuoted ? undefined : soft);
      return mention === undefined
        ? []
        : [{ effect: 'blocks', reason: `Calls a person or a channel: “${mention}”.`, text } as const];
    }),
};
