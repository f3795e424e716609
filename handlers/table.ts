import type { FieldProblems } from '../src/cards/card.ts';
import type { Desk } from '../src/desk.ts';
import type { ChatEventOf } from '../src/domain/chat-event.ts';
import type { InboxOutcome } from '../src/store-port.ts';

export type Pressed = ChatEventOf<'pressed'>;
export type Submitted = ChatEventOf<'submitted'>;
export type Command = ChatEventOf<'command'>;

/** What a button or menu does. */
export type ActionHandler = (desk: Desk, event: Pressed) => Promise<void>;

/** What a form does, and what must be right before it is taken. */
export type FormHandler = {
  readonly check?: (desk: Desk, event: Submitted) => Promise<FieldProblems | undefined>;
  readonly submit: (desk: Desk, event: Submitted) => Promise<void>;
};

/** What follows `/ticket`: its first word chooses the handler, `rest` is what stands behind it. */
export type CommandHandler = (desk: Desk, event: Command, rest: string) => Promise<InboxOutcome>;
