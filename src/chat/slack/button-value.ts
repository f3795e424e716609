import { z } from 'zod';
import { Invalid } from '../../domain/errors.ts';
import { slackLimits } from './limits/table.ts';

/** What a button carries: what it is about, and whatever else. */
export type Carried = { readonly subject: string; readonly value?: string | undefined };

const ButtonValue = z.strictObject({ s: z.string(), v: z.string().optional() });

/** Prefix of the action id of buttons that only open a web page; Slack reports their use too. */
export const linkAction = 'open-link';

/** Throws Invalid when it does not fit in a button. */
export function toButtonValue(carried: Carried): string {
  const text = JSON.stringify({
    s: carried.subject,
    ...(carried.value !== undefined && { v: carried.value }),
  });
  if (text.length > slackLimits.buttonValue) {
    throw new Invalid(`A button cannot carry ${text.length} characters, at most ${slackLimits.buttonValue}`);
  }
  return text;
}

/** Throws when the value is not one of ours. */
export function fromButtonValue(text: string): Carried {
  const { s: subject, v: value } = ButtonValue.parse(JSON.parse(text));
  return { subject, ...(value !== undefined && { value }) };
}

/** Menus carry their subject in their block's id, because an option has room for 75 characters only. */
export function toMenuBlockId(place: number, subject: string): string {
  const id = `menu:${place}:${subject}`;
  if (id.length > slackLimits.blockId)
    throw new Invalid(`A menu cannot be about something of ${subject.length} characters`);
  return id;
}

/** Undefined when the block is not one of a menu. */
export function subjectOfMenu(blockId: string): string | undefined {
  return /^menu:\d+:(.*)$/s.exec(blockId)?.[1];
}

/** Action ids are unique in a message: `approve:3` is the button `approve` in third place. */
export function toActionId(action: string, place: number): string {
  return `${action}:${place}`;
}

export function fromActionId(actionId: string): string {
  return actionId.replace(/:\d+$/, '');
}
