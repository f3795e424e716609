import { Refused } from '../../../domain/errors.ts';
import type { InboundContext } from '../inbound/context.ts';
import type { SlackDesk } from '../outbound/slack-desk.ts';
import type { SendFile } from './send-file.ts';

/** What every verb of a room needs. */
export type RoomDesk = SlackDesk & {
  readonly context: () => Promise<InboundContext>;
  readonly sendFile: SendFile;
};

/** Slack's words for a no that is a yes: what was asked for is so already. */
export async function fineWhen(codes: readonly string[], act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refused && codes.includes(error.code))) throw error;
  }
}

/** The same code means different things to people, depending on what was tried. */
export async function inWords<T>(words: Readonly<Record<string, string>>, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const sentence = error instanceof Refused ? words[error.code] : undefined;
    if (!(error instanceof Refused) || sentence === undefined) throw error;
    throw new Refused(sentence, error.code, { cause: error });
  }
}
