import type { Frame } from './frame.ts';

export const english: Frame = {
  greeting: (firstName) => (firstName === '' ? 'Hello,' : `Hi ${firstName},`),
  understanding: {
    empathetic: (topic) =>
      `I am sorry, I can see how much this gets in your way. As I understand it: ${topic}`,
    troubled: (topic) => `I am sorry about the trouble. As I understand it: ${topic}`,
    urgent: (topic) =>
      `I am sorry. This stops your work, so here is what helps first. As I understand it: ${topic}`,
    concise: (topic) => `As I read it: ${topic}`,
    teaching: (topic) => `Thank you for asking. As I understand it: ${topic}`,
    plain: (topic) => `Thank you for writing. As I understand it: ${topic}`,
  },
  understandingWithoutTopic:
    'Thank you for writing. I have read your message, and this is what we can say about it.',
  understandingOfDecision:
    'Thank you for telling us. You ask for a decision about money or your contract. People on our side make it, and I pass your request on to them.',
  pageIsIn: () => 'Our help page about it exists in another language only:',
  secretSeen:
    'One thing first: your message holds a key, a password or a card number. Please revoke or change it, and do not send it again.',
  stepByStep: 'Here is how, step by step:',
  ask: {
    steps: 'what you did, step by step, up to the moment it happened',
    ids: 'the id of one case, for example an order or a request',
    time: 'the time it last happened, with your time zone',
    browser: 'the browser or app you use, with its version',
    exact_error: 'the exact words of the message you see, or a screenshot',
    goal: 'what you would like to reach, and on which page you are',
    differed: 'at which step it went differently for you, and what you saw there',
    scope: 'whether everyone on your side is affected, or only some',
  },
  followUp: (heading) => `You may also need “${heading}”:`,
  closing: {
    empathetic: 'Tell me here how it goes. A short line is enough, also if something still gets in your way.',
    concise: 'Answer here if it behaves differently for you.',
    teaching: 'Take your time, and ask here whenever a step is not clear.',
    plain: 'Tell me here whether that helps.',
  },
};
