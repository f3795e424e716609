import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isChatter, judgeIntake } from '../../src/domain/intake.ts';

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
