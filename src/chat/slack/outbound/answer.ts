import type { Card, Form, Home } from '../../../cards/card.ts';
import type { AnswerHandle } from '../../../domain/chat-event.ts';
import { Refused } from '../../../domain/errors.ts';
import type { Answer } from '../../../ports.ts';
import { anyAnswer } from '../call-slack.ts';
import { fromDeskId, fromMessageId } from '../ids.ts';
import { checkedView, toMessageContent } from './payload.ts';
import type { Respond } from './respond.ts';
import { directWith } from './room.ts';
import { namesFor, type SlackDesk } from './slack-desk.ts';
import { toHomeView, toModal } from './view.ts';

/** Shows something to one person at once. Refused with code `expired` when the moment has passed. */
export async function answerPerson(
  desk: SlackDesk & { readonly respond: Respond },
  handle: AnswerHandle,
  answer: Answer,
): Promise<void> {
  switch (answer.show) {
    case 'line':
      return sayLine(desk, handle, answer.card);
    case 'form':
      return openForm(desk, handle, answer.form);
    case 'form_update':
      return updateForm(desk, handle, answer.form);
    case 'home':
      return publishHome(desk, handle.person, answer.home);
  }
}

async function openForm(desk: SlackDesk, handle: AnswerHandle, form: Form): Promise<void> {
  if (handle.trigger === undefined) throw tooLate();
  const view = checkedView(toModal(form, await namesFor(desk, form.blocks)), desk.log);
  // From inside an open form the next one goes on top; views.open would be refused there.
  const method = handle.view === undefined ? 'views.open' : 'views.push';
  await desk.call(method, { trigger_id: handle.trigger, view }, anyAnswer);
}

async function updateForm(desk: SlackDesk, handle: AnswerHandle, form: Form): Promise<void> {
  if (handle.view === undefined) return openForm(desk, handle, form);
  const view = checkedView(toModal(form, await namesFor(desk, form.blocks)), desk.log);
  await desk.call('views.update', { view_id: handle.view, view }, anyAnswer);
}

async function publishHome(desk: SlackDesk, person: string, home: Home): Promise<void> {
  const view = checkedView(toHomeView(home, await namesFor(desk, home.blocks)), desk.log);
  await desk.call('views.publish', { user_id: fromDeskId(person), view }, anyAnswer);
}

/**
 * A line only one person sees. The response address works everywhere, five times in half an hour; then an ephemeral
 * message, which needs both in the channel; at last a direct message.
 */
async function sayLine(
  desk: SlackDesk & { readonly respond: Respond },
  handle: AnswerHandle,
  card: Card,
): Promise<void> {
  const content = toMessageContent(card, await namesFor(desk, card.blocks), desk.log);
  const thread = handle.thread === undefined ? {} : { thread_ts: fromMessageId(handle.thread).ts };
  if (handle.respond !== undefined) {
    const body = { response_type: 'ephemeral', replace_original: false, ...content, ...thread };
    if ((await desk.respond(handle.respond, body)) === 'shown') return;
  }
  const user = fromDeskId(handle.person);
  if (handle.channel !== undefined) {
    try {
      const place = { channel: fromDeskId(handle.channel), user };
      await desk.call('chat.postEphemeral', { ...place, ...content, ...thread }, anyAnswer);
      return;
    } catch (error) {
      // Not both in the channel (or it is a direct conversation of others): a direct message reaches the person.
      if (!(error instanceof Refused)) throw error;
    }
  }
  await desk.call(
    'chat.postMessage',
    { channel: await directWith(desk, user), ...content, unfurl_links: false },
    anyAnswer,
  );
}

function tooLate(): Refused {
  return new Refused('The moment to answer has passed. Please press the button again.', 'expired');
}
