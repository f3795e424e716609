import type { UpdateWording } from '../../domain/update/compose-update.ts';

const plainly: UpdateWording = {
  head: (ticket, asOf) => `Update on ${ticket}, as of ${asOf}.`,
  standing: {
    in_line: (since) => `Your request has been with us since ${since} and waits for its first answer.`,
    working: (since) => `We have been working on it since ${since}.`,
    specialist: (since) => `A specialist of our team has been looking into it since ${since}.`,
    others: (since) => `Since ${since} we have been waiting for another team or a supplier.`,
    yours: (since) => `Since ${since} we have been waiting for a word from you.`,
  },
  news: {
    passed_on: (on) => `New since our last message: it went to a specialist on ${on}.`,
    waiting: (on) => `New since our last message: on ${on} we asked others for their part.`,
    heard_you: (on) => `New since our last message: what you wrote on ${on} is now part of our work.`,
    not_settled: (on) =>
      `New since our last message: you told us on ${on} that it is not settled, so that answer is ruled out.`,
    taken: (on) => `New since our last message: a colleague took it on, on ${on}.`,
    unchanged: (on, days) => `This is day ${days}. There is no new result since our message of ${on}.`,
  },
  next: {
    in_line: 'Next: a colleague reads it through and answers you, or asks what is missing.',
    working: 'Next: we follow up what we have found so far and look at the result before the time below.',
    specialist: 'Next: the specialist finishes the check, and we look at the result before the time below.',
    others: 'Next: we ask them where they stand and look at their answer before the time below.',
    yours: 'Next: when we have your answer, we go on at once.',
  },
  held: {
    nothing: 'Nothing holds us up.',
    others: 'What holds us up: a part that we cannot do ourselves.',
    yours: 'What holds us up: we need your answer to our last message.',
  },
  workaround: (on) => `For now: the workaround in our message of ${on} still holds.`,
  noWorkaround: 'Workaround: none known yet.',
  nextUpdate: (by) => `Next update: by ${by}, in this thread.`,
  contact: (name, ticket) => `Your contact: ${name}, ticket ${ticket}. Write here at any time.`,
  late: {
    answer: (was, by) =>
      `We need longer than we said: our answer was due by ${was}, and you will have it by ${by}.`,
    solution: (was, by) =>
      `It takes longer than we said. Our estimate for the solution was ${was}; our new estimate is ${by}.`,
  },
  isThatFine: 'Please tell us below whether that is fine.',
};

const differently: UpdateWording = {
  head: (ticket, asOf) => `${ticket}: where things are on ${asOf}.`,
  standing: {
    in_line: (since) => `You asked on ${since}, and nobody here has answered so far.`,
    working: (since) => `It is being worked on (since ${since}).`,
    specialist: (since) => `It is with one of our specialists (since ${since}).`,
    others: (since) => `It depends on another team or a supplier right now (since ${since}).`,
    yours: (since) => `It is your turn right now (since ${since}).`,
  },
  news: {
    passed_on: (on) => `What changed: a specialist joined on ${on}.`,
    waiting: (on) => `What changed: others were asked for help on ${on}.`,
    heard_you: (on) => `What changed: we read your message of ${on} and take it into account.`,
    not_settled: (on) => `What changed: our earlier answer is off the list after what you said on ${on}.`,
    taken: (on) => `What changed: one person is in charge of it, from ${on}.`,
    unchanged: (on, days) => `Day ${days} of your request: what we wrote on ${on} is still so.`,
  },
  next: {
    in_line: 'The next step is to read your request closely and to reply or ask back.',
    working: 'The next step is to check what is still open; we go over it together before we write.',
    specialist: 'The next step is the result of that check; we go over it together before we write.',
    others: 'The next step is to ask there again; we tell you what they say.',
    yours: 'The next step is yours; once you write, we carry on.',
  },
  held: {
    nothing: 'There is no obstacle.',
    others: 'The obstacle: one part is not in our own hands.',
    yours: 'The obstacle: we lack your reply to what we wrote last.',
  },
  workaround: (on) => `Until it is done, please use the other way described in our message of ${on}.`,
  noWorkaround: 'We know of no workaround so far.',
  nextUpdate: (by) => `You hear from us again by ${by}, right here.`,
  contact: (name, ticket) => `Questions go to ${name}; please mention ${ticket} or reply in this thread.`,
  late: {
    answer: (was, by) => `Our answer is late: it was to come by ${was}. Please give us until ${by}.`,
    solution: (was, by) =>
      `The work is taking longer. The estimate we gave was ${was}; please give us until ${by}, our estimate now.`,
  },
  isThatFine: 'The buttons below take your answer.',
};

/** Two ways of writing an update in English. */
export const englishUpdates = [plainly, differently] as const;
