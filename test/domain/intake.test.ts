import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatEvent, ChatEventOf } from '../../src/domain/chat-event.ts';
import { greetingLanguage, isChatter, judgeIntake, mayConcernDesk } from '../../src/domain/intake.ts';

const judged = (text: string, files = 0) =>
  judgeIntake({ text, files: Array.from({ length: files }, () => ({ name: 'x', bytes: 1, kind: 'png' })) });

test.each([
  ['thanks', 'Thanks!'],
  ['thanks', 'thank you so much'],
  ['thanks', 'Thanks for your help'],
  ['thanks', 'thx, that worked'],
  ['thanks', 'Vielen Dank für Ihre Hilfe'],
  ['thanks', 'Danke schön'],
  ['thanks', 'Merci beaucoup pour votre aide !'],
  ['thanks', '¡Muchas gracias por la ayuda!'],
  ['thanks', 'muito obrigado'],
  ['thanks', 'mille grazie'],
  ['thanks', 'Большое спасибо'],
  ['thanks', '谢谢'],
  ['thanks', 'ありがとうございます'],
  ['thanks', 'ok thanks 🙏'],
  ['a greeting', 'Good morning everyone'],
  ['a greeting', 'hi there'],
  ['a greeting', 'Hello team 👋'],
  ['a greeting', 'Guten Morgen zusammen'],
  ['a greeting', 'Bonjour à tous'],
  ['a greeting', 'Hola a todos'],
  ['a greeting', '@dana hi'],
  ['agreement', 'Perfect, works now'],
  ['agreement', 'yes'],
  ['agreement', 'ok'],
  ['agreement', 'D’accord'],
  ['emoji or signs', '👍'],
  ['emoji or signs', ':tada: :+1:'],
  ['emoji or signs', '…'],
])('only %s: “%s”', (kind, text) => {
  expect(judged(text)).toEqual({ decision: 'ignore', reason: `Only ${kind}` });
});

test.each([
  '502 again',
  'can’t log in',
  'help',
  'Help!',
  'Hilfe!',
  'Hilfe, danke',
  'hi, help',
  'ayuda por favor',
  'thanks, help',
  'no luck, still down',
  'no',
  'nope',
  'not fixed',
  'me too',
  '+1',
  'down',
  'error',
  'still broken, thanks',
  'thanks but it does not work',
  'hello, checkout is slow',
  'hi anyone there',
  'hello you there',
  'is it fixed',
  'hi is this done',
  'was it solved',
  'ok?',
  '?',
  '¿todo bien?',
  'really？',
  '🆘',
  ':rotating_light:',
  'thanks in advance',
  'thanks https://shop.test/orders/1',
  'refund',
  'Wo ist meine Rechnung',
  'la factura',
  'ça marche pas',
  'не работает',
  '登录失败',
  'again',
  'this is for all of us',
])('a request: “%s”', (text) => {
  expect(judged(text)).toEqual({ decision: 'request' });
});

test('a file is a request, even without a word or with thanks', () => {
  expect(judged('', 1)).toEqual({ decision: 'request' });
  expect(judged('thanks', 1)).toEqual({ decision: 'request' });
});

test('nothing at all is put aside as empty', () => {
  expect(judged(' \n ')).toEqual({ decision: 'ignore', reason: 'The message is empty' });
});

test('one word the desk does not know makes it a request', () => {
  const unknown = fc.stringMatching(/^[bcdfgz]{5,9}$/);
  const around = fc.constantFrom('thanks', 'hello', 'ok', 'guten Morgen', 'it works');
  fc.assert(fc.property(around, unknown, around, (a, word, b) => !isChatter(`${a} ${word} ${b}`, 0)));
});

test('no text makes the judgement fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(['request', 'ignore']).toContain(judged(text).decision);
    }),
  );
});

describe('what may concern the desk', () => {
  const now = '2026-11-20T10:00:00.000Z';
  const said = (change: Partial<ChatEventOf<'message'>['message']>, mentionsDesk = false): ChatEvent => ({
    type: 'message',
    keys: ['k1'],
    at: now,
    mentionsDesk,
    message: {
      id: 'slack:C9:1',
      thread: 'slack:C9:1',
      place: { channel: 'slack:C9', kind: 'channel' },
      author: 'slack:UDANA',
      byApp: false,
      text: 'lunch?',
      files: [],
      at: now,
      ...change,
    },
  });

  test('what people say to each other elsewhere is not kept', () => {
    expect(mayConcernDesk(said({}), ['slack:C1'])).toBe(false);
  });

  test.each([
    ['in an intake channel', said({ place: { channel: 'slack:C1', kind: 'channel' } })],
    ['in a thread, which may be a ticket', said({ thread: 'slack:C9:0' })],
    ['to the desk by name', said({}, true)],
    ['to the desk directly', said({ place: { channel: 'slack:D1', kind: 'direct' } })],
  ])('what is said %s is kept', (_where, event) => {
    expect(mayConcernDesk(event, ['slack:C1'])).toBe(true);
  });
});

describe('a greeting to the desk', () => {
  const to = (
    text: string,
    more: { mentionsDesk?: boolean; files?: ChatEventOf<'message'>['message']['files'] } = {},
  ) =>
    greetingLanguage({
      type: 'message',
      keys: ['k1'],
      at: '2026-11-20T10:00:00.000Z',
      mentionsDesk: more.mentionsDesk ?? false,
      message: {
        id: 'slack:D9:1',
        thread: 'slack:D9:1',
        place: { channel: 'slack:D9', kind: 'direct' },
        author: 'slack:UDANA',
        byApp: false,
        text,
        files: more.files ?? [],
        at: '2026-11-20T10:00:00.000Z',
      },
    });

  test.each([
    ['hello', 'en'],
    ['Good morning!', 'en'],
    ['@muster hi', 'en'],
    ['Guten Morgen zusammen', 'de'],
    ['hola 👋', 'es'],
    ['Bonjour', 'fr'],
    ['ciao', 'en'],
  ])('“%s” is answered in %s', (text, language) => {
    expect(to(text)).toBe(language);
  });

  test('the desk’s name alone is one', () => {
    expect(to('@muster', { mentionsDesk: true })).toBe('en');
  });

  test.each([
    'thanks',
    'hi, thanks!',
    'ok',
    '👍',
    '@muster 👍',
    'bye',
    'tschüss',
    '',
    'hello, is it down?',
    'hello world',
  ])('“%s” is none', (text) => {
    expect(to(text)).toBeUndefined();
  });

  test('a greeting with a file is a request', () => {
    expect(to('hi', { files: [{ name: 'a.png', bytes: 3, kind: 'image/png' }] })).toBeUndefined();
  });
});
