import { describe, expect, test } from 'vitest';
import { context, eventOf, payload } from '../support/payload.ts';

const root = 'slack:C0SUPPORT:1763632800.000100';

describe('a message in Slack', () => {
  test('becomes a message with its place, author, moment and link', () => {
    expect(eventOf(payload('message'))).toEqual({
      type: 'message',
      keys: ['event:Ev0MESSAGE', 'message:T0ACME/C0SUPPORT/1763632800.000100'],
      at: '2025-11-20T10:00:00.000Z',
      mentionsDesk: false,
      message: {
        id: root,
        thread: root,
        place: { channel: 'slack:C0SUPPORT', kind: 'channel' },
        author: 'slack:U0DANA',
        byApp: false,
        text: 'Checkout fails with error 502 for all our users',
        files: [],
        at: '2025-11-20T10:00:00.000Z',
        link: 'https://acme.slack.com/archives/C0SUPPORT/p1763632800000100',
      },
    });
  });

  test('loses its markup and keeps what was typed', () => {
    expect(eventOf(payload('message-markup'))).toMatchObject({
      message: {
        text:
          '@Ana see #support-triage and the log (https://acme.test/a?b=1&c=2), dana@acme.test @here @support Nov 20 ' +
          '1 < 2 && *bold*',
      },
    });
  });

  test('that addresses the desk shares a key with its mention', () => {
    const mention = eventOf(payload('mention'));
    const message = eventOf(payload('mention-as-message'));
    if (typeof mention === 'string' || typeof message === 'string') throw new Error('no event');
    expect(mention.keys[1]).toBe(message.keys[1]);
    expect(mention.keys[0]).not.toBe(message.keys[0]);
    for (const event of [mention, message]) {
      expect(event).toMatchObject({
        type: 'message',
        mentionsDesk: true,
        message: { text: 'checkout fails' },
      });
    }
  });

  test('in a thread names its first message', () => {
    expect(eventOf(payload('thread-reply'))).toMatchObject({
      message: { thread: root, id: 'slack:C0SUPPORT:1763632860.000200' },
    });
  });

  test('to the desk alone stands in a direct place', () => {
    expect(eventOf(payload('direct-message'))).toMatchObject({ message: { place: { kind: 'direct' } } });
  });

  test('brings its files, and says why one cannot be read', () => {
    const event = eventOf(payload('file-share'));
    if (typeof event === 'string' || event.type !== 'message') throw new Error('no message');
    const [log, foreign, gone, nowhere] = event.message.files;
    expect(log).toEqual({
      name: 'checkout.log',
      bytes: 2048,
      kind: 'text/plain',
      url: 'https://acme.slack.com/files/U0DANA/F1/checkout.log',
    });
    expect(foreign?.problem).toMatch(/another workspace/);
    expect(gone?.problem).toMatch(/deleted/);
    expect(nowhere?.problem).toMatch(/no address/);
  });

  test('of another app is told as such', () => {
    expect(eventOf(payload('other-app'))).toMatchObject({
      message: { byApp: true, author: 'slack:B0DEPLOY' },
    });
  });

  test.each([
    ['own-message', 'own message'],
    ['joined', 'message.channel_join'],
    ['unfurled', 'message_changed without a change of text or files'],
    ['unknown-event', 'team_rename'],
    ['link-opened', 'a link was opened'],
  ])('%s needs nothing done', (name, reason) => {
    expect(eventOf(payload(name))).toBe(reason);
  });

  test.each(['thread_broadcast', 'me_message'])('of the subtype %s is a message', (subtype) => {
    const body = payload('message');
    expect(eventOf({ ...body, event: { ...(body.event as object), subtype } })).toMatchObject({
      type: 'message',
    });
  });

  test('takes the kind of its channel from what was learned, when the event does not tell it', () => {
    expect(eventOf(payload('mention'), { kindOf: () => 'private' })).toMatchObject({
      message: { place: { kind: 'private' } },
    });
  });
});

describe('a change in Slack', () => {
  test('of the text is an edit of the original', () => {
    expect(eventOf(payload('edited'))).toMatchObject({
      type: 'message_edited',
      keys: ['event:Ev0EDITED', 'edit:C0SUPPORT/1763632800.000100/1763632900.000000'],
      at: '2025-11-20T10:01:40.000Z',
      message: { id: root, text: 'Checkout fails with error 503' },
    });
  });

  test('that takes a file away is an edit of its own', () => {
    const body = payload('edited');
    const event = body.event as Record<string, Record<string, unknown>>;
    const text = 'Checkout fails with error 503';
    const before = { ...event.previous_message, text, files: [{ id: 'F1', mode: 'hosted' }] };
    const after = { ...event.message, files: [{ id: 'F1', mode: 'tombstone' }] };
    const first = eventOf({ ...body, event: { ...event, message: after, previous_message: before } });
    if (typeof first === 'string') throw new Error('no event');
    expect(first.type).toBe('message_edited');
    expect(first.keys[1]).not.toBe('edit:C0SUPPORT/1763632800.000100/1763632900.000000');
  });

  test('that deletes a reply names it and its thread', () => {
    expect(eventOf(payload('deleted'))).toMatchObject({
      type: 'message_deleted',
      id: 'slack:C0SUPPORT:1763632860.000200',
      thread: root,
      keys: ['event:Ev0DELETED', 'delete:C0SUPPORT/1763632860.000200'],
    });
  });

  test('that leaves a tombstone is a deletion', () => {
    expect(eventOf(payload('tombstone'))).toMatchObject({ type: 'message_deleted', id: root, thread: root });
  });

  test('of the desk’s own message needs nothing done', () => {
    const body = payload('edited');
    const event = body.event as Record<string, Record<string, unknown>>;
    const own = { ...event.message, user: 'U0BOT', bot_id: 'B0MUSTER' };
    expect(eventOf({ ...body, event: { ...event, message: own } })).toBe('own message');
  });
});

describe('what people do with the desk in Slack', () => {
  test('a reaction loses its skin tone', () => {
    expect(eventOf(payload('reaction'))).toMatchObject({
      type: 'reaction',
      emoji: '+1',
      by: 'slack:U0ANA',
      message: root,
    });
  });

  test('a command brings its words and a way to answer', () => {
    expect(eventOf(payload('command'))).toEqual({
      type: 'command',
      keys: ['command:1.2.command'],
      at: context.now,
      name: 'ticket',
      text: 'checkout fails for @Ana',
      by: 'slack:U0DANA',
      place: { channel: 'slack:C0SUPPORT', kind: 'channel' },
      handle: {
        person: 'slack:U0DANA',
        channel: 'slack:C0SUPPORT',
        trigger: '1.2.command',
        respond: 'https://hooks.slack.com/commands/T0ACME/1/removed',
      },
    });
  });

  test('a shortcut brings the message it was used on', () => {
    expect(eventOf(payload('message-shortcut'))).toMatchObject({
      type: 'shortcut',
      name: 'create_ticket',
      by: 'slack:U0ANA',
      message: { id: root, text: 'Checkout fails', author: 'slack:U0DANA' },
      handle: { thread: root },
    });
    const global = eventOf(payload('global-shortcut'));
    expect(global).toMatchObject({ type: 'shortcut', name: 'new_ticket' });
    expect(global).not.toHaveProperty('message');
  });

  test('a press brings action, subject and value of the button', () => {
    expect(eventOf(payload('button-pressed'))).toMatchObject({
      type: 'pressed',
      keys: ['press:1.2.press'],
      action: 'approve',
      subject: 'T-12',
      value: 'draft-3',
      by: 'slack:U0ANA',
      message: 'slack:C0TRIAGE:1763633500.001000',
      handle: { channel: 'slack:C0TRIAGE', trigger: '1.2.press' },
    });
  });

  test('a menu in a form brings its subject and can be answered by changing the form', () => {
    const event = eventOf(payload('menu-picked-in-form'));
    expect(event).toMatchObject({
      action: 'severity',
      subject: 'T-12',
      value: 'P2',
      handle: { view: 'V0FORM' },
    });
    expect(event).not.toHaveProperty('message');
  });

  test('a form brings its fields as plain values, and empty ones not at all', () => {
    expect(eventOf(payload('form-submitted'))).toMatchObject({
      type: 'submitted',
      form: 'new_ticket',
      context: '{"door":"command"}',
      values: {
        subject: 'Checkout fails',
        severity: 'P2',
        requester: 'slack:U0DANA',
        until: '2025-11-20T10:00:00.000Z',
      },
      by: 'slack:U0ANA',
    });
  });

  test('the same form sent twice shares a key; with other content it does not', () => {
    const keysOf = (body: unknown) => {
      const event = eventOf(body);
      return typeof event === 'string' ? [] : event.keys;
    };
    const body = payload('form-submitted');
    const again = keysOf({ ...body, trigger_id: 'another' });
    expect(again.filter((key) => keysOf(body).includes(key))).toHaveLength(1);
    const changed = structuredClone(payload('form-submitted')) as { view: { state: { values: never } } };
    Object.assign(changed.view.state.values, {
      'field:details': { value: { type: 'plain_text_input', value: 'more' } },
    });
    expect(keysOf({ ...changed, trigger_id: 'third' }).filter((key) => keysOf(body).includes(key))).toEqual(
      [],
    );
  });

  test('looking at the home page asks for it, looking at the messages does not', () => {
    const body = payload('home-opened');
    expect(eventOf(body)).toMatchObject({ type: 'home_opened', by: 'slack:U0ANA' });
    expect(eventOf({ ...body, event: { ...(body.event as object), tab: 'messages' } })).toBe(
      'app_home_opened.messages',
    );
  });
});
