import { afterEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../../src/cards/card.ts';
import type { ChatEvent, ChatEventOf, ChatEventType } from '../../../../src/domain/chat-event.ts';
import { Refused } from '../../../../src/domain/errors.ts';
import { aCard, ids, openWorkshop, readable, type Workshop } from '../support/practice-harness.ts';

let shop: Workshop;
afterEach(() => shop?.close());

async function openDesk(given: Parameters<typeof openWorkshop>[0] = {}): Promise<ChatEvent[]> {
  const heard: ChatEvent[] = [];
  shop = await openWorkshop(given);
  await shop.start(async (event) => {
    heard.push(event);
    return event.type === 'submitted' && event.values.subject === 'x'
      ? { subject: 'Please say more.' }
      : undefined;
  });
  return heard;
}

async function next<T extends ChatEventType>(heard: ChatEvent[], type: T): Promise<ChatEventOf<T>> {
  for (;;) {
    const event = heard.find((each): each is ChatEventOf<T> => each.type === type);
    if (event) return event;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const form: Form = {
  form: 'new_ticket',
  title: 'New ticket',
  submit: 'Open it',
  context: 'from the command',
  blocks: [{ type: 'text', lines: [[{ text: 'What is wrong?' }]] }],
  fields: [
    { name: 'subject', label: 'Subject', kind: 'line' },
    { name: 'details', label: 'Details', kind: 'paragraph', optional: true },
  ],
};
const command = (text = '/ticket') =>
  shop.practice.control.command({ as: ids.dana, channel: ids.support, text });
const privateLines = () => shop.practice.state().messages.filter((each) => each.ephemeralTo === ids.dana);
const type = (subject: string) => ({
  'field:subject': { value: { type: 'plain_text_input', value: subject } },
});

describe('answering one person in Slack', () => {
  test('a command is answered with a line only they see', async () => {
    const heard = await openDesk();
    await command('/ticket list');
    const { handle } = await next(heard, 'command');
    await shop.chat.answer(handle, { show: 'line', card: aCard('You have no tickets.') });
    expect(privateLines().map((each) => readable(each.blocks))).toEqual(['You have no tickets.']);
  });

  test('when the answering address is used up, the line still comes', async () => {
    const heard = await openDesk();
    await command('/ticket list');
    const { handle } = await next(heard, 'command');
    for (let line = 1; line <= 7; line += 1) {
      await shop.chat.answer(handle, { show: 'line', card: aCard(`Line ${line}`) });
    }
    expect(privateLines()).toHaveLength(7);
  });

  test('where the desk is not in the channel, the line comes as a direct message', async () => {
    const heard = await openDesk();
    await command('/ticket list');
    const { handle } = await next(heard, 'command');
    const { respond: _, ...elsewhere } = { ...handle, channel: 'slack:C0AWAY' };
    await shop.chat.answer(elsewhere, { show: 'line', card: aCard('Here it is.') });
    const direct = shop.practice.state().channels.find((each) => each.kind === 'direct');
    const lines = shop.practice.state().messages.filter((each) => each.channel === direct?.id);
    expect(lines.map((each) => readable(each.blocks))).toEqual(['Here it is.']);
  });

  test('an answering address elsewhere is never called', async () => {
    const heard = await openDesk();
    await command('/ticket list');
    const { handle } = await next(heard, 'command');
    const astray = { ...handle, respond: 'http://127.0.0.1:9/steal' };
    await shop.chat.answer(astray, { show: 'line', card: aCard('Here it is.') });
    expect(privateLines()).toHaveLength(1);
  });

  test('a form opens, shows a problem beside its field, and comes back with what was typed', async () => {
    const heard = await openDesk();
    await command();
    await shop.chat.answer((await next(heard, 'command')).handle, { show: 'form', form });
    const viewId = shop.practice.state().views[0]!.id;
    const refused = await shop.practice.control.submit({ as: ids.dana, viewId, values: type('x') });
    expect(refused).toMatchObject({ errors: { 'field:subject': 'Please say more.' } });
    await shop.practice.control.submit({ as: ids.dana, viewId, values: type('Checkout fails') });
    expect(shop.practice.state().views).toEqual([]);
    const sent = heard.filter((event) => event.type === 'submitted');
    expect(sent.at(-1)).toMatchObject({
      form: 'new_ticket',
      context: 'from the command',
      values: { subject: 'Checkout fails' },
      by: `slack:${ids.dana}`,
    });
    expect(new Set(sent.flatMap((event) => event.keys)).size).toBe(
      sent.flatMap((event) => event.keys).length,
    );
  });

  test('a form is replaced from inside, and another one lies on top of it', async () => {
    const heard = await openDesk();
    await command();
    const asking: Form = {
      ...form,
      blocks: [{ type: 'actions', items: [{ action: 'check', subject: 'T-12', label: 'Check' }] }],
    };
    await shop.chat.answer((await next(heard, 'command')).handle, { show: 'form', form: asking });
    const viewId = shop.practice.state().views[0]!.id;
    await press(viewId);
    const { handle } = await next(heard, 'pressed');
    await shop.chat.answer(handle, { show: 'form_update', form: { ...form, title: 'Changed' } });
    expect(shop.practice.state().views).toHaveLength(1);
    expect(shop.practice.state().views[0]?.view).toMatchObject({ title: { text: 'Changed' } });
    await shop.chat.answer(handle, { show: 'form', form: { ...form, title: 'On top' } });
    expect(shop.practice.state().views).toHaveLength(2);
  });

  test('too late for a form is said as such', async () => {
    const heard = await openDesk();
    await command();
    const { handle } = await next(heard, 'command');
    shop.practice.advance(4000);
    const late = shop.chat.answer(handle, { show: 'form', form });
    await expect(late).rejects.toMatchObject({ name: 'Refused', code: 'expired' });
    const { trigger: _, ...never } = handle;
    await expect(shop.chat.answer(never, { show: 'form', form })).rejects.toMatchObject({ code: 'expired' });
  });

  test('a form that was closed meanwhile is said as such', async () => {
    await openDesk();
    const gone = { person: `slack:${ids.dana}`, view: 'V0GONE' };
    await expect(shop.chat.answer(gone, { show: 'form_update', form })).rejects.toBeInstanceOf(Refused);
  });

  test('a home page is shown to whoever looks at it', async () => {
    const heard = await openDesk();
    shop.practice.control.openHome({ as: ids.ana });
    const { handle } = await next(heard, 'home_opened');
    const blocks = [{ type: 'heading' as const, text: 'Your queue' }];
    await shop.chat.answer(handle, { show: 'home', home: { blocks } });
    expect(readable((shop.practice.state().homes[ids.ana] as { blocks: unknown }).blocks)).toBe('Your queue');
  });

  async function press(viewId: string): Promise<void> {
    const view = shop.practice.state().views.find((each) => each.id === viewId);
    const { blocks } = view!.view as {
      blocks: { block_id: string; elements?: { action_id: string; value: string }[] }[];
    };
    const block = blocks.find((each) => each.elements)!;
    const [button] = block.elements!;
    await shop.practice.control.press({
      as: ids.dana,
      in: { viewId },
      blockId: block.block_id,
      actionId: button!.action_id,
      value: button!.value,
    });
  }
});
