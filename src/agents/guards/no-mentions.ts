import { readAsPeopleDo } from '../../domain/safety/read-as-people-do.ts';
import { blocks, citedText, type Guard, oneLine } from './guard.ts';

/** Nobody is called and no channel is named. Control sequences of a chat platform never pass, not even quoted. */
export const noMentions: Guard = {
  name: 'mention',
  check: (guarded) =>
    guarded.everything.flatMap((text) => {
      const plain = readAsPeopleDo(text).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      const hard = plain.match(/<[!@#][^>]*>?|@\s?(?:here|channel|everyone|group|all)\b/i)?.[0];
      const soft = plain.match(
        /(?<![\p{L}\p{N}._%+/-])@[\p{L}\p{N}][\p{L}\p{N}._-]*|(?<![\p{L}\p{N}&/])#\p{Ll}[\p{L}\p{N}_-]+/u,
      )?.[0];
      const id = plain.match(platformId)?.[0];
      const isQuoted =
        soft !== undefined &&
        guarded.claims.some((claim) => claim.text === text && oneLine(claim.source.quote).includes(soft));
      const isKnown = id !== undefined && citedText(guarded).includes(id);
      const mention = hard ?? (isQuoted ? undefined : soft) ?? (isKnown ? undefined : id);
      return mention === undefined ? [] : [blocks(`Calls a person or a channel: “${mention}”.`, text)];
    }),
};

/** An id of a person, channel or group of Slack. */
const platformId = /\b[UWCGSDB](?=[A-Z0-9]*\d)[A-Z0-9]{8,11}\b/;
