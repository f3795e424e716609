import type { UpdateWording } from '../../domain/update/compose-update.ts';

/** How updates are written in English. */
export const englishUpdates: UpdateWording = {
  head: (ticket, request) => `Update on ${ticket}${request === undefined ? '' : `, “${request}”`}.`,
  standing: {
    in_line: ({ since }) => `Your request has been with us ${since} and waits for its first answer.`,
    open: ({ since }) => `Your request has been open with us ${since}.`,
    taken: ({ since }, name) => `${name} has had your request ${since}.`,
    passed_on: ({ at }) => `Your request was passed on within our team ${at}.`,
    others: ({ since }) => `We have been waiting for somebody outside our team ${since}.`,
    yours: ({ since }) => `We have been waiting for a word from you ${since}; with it we go on.`,
  },
  news: {
    passed_on: ({ at }) => `Your request was passed on within our team ${at}.`,
    waiting: ({ since }) => `Your request has been waiting for somebody outside our team ${since}.`,
    heard_you: ({ at }) => `We received your message ${at}.`,
    not_settled: ({ at }) => `You told us ${at} that it is not settled.`,
    taken: ({ at }) => `A colleague took it on ${at}.`,
    unchanged: ({ at }) => `There is nothing new since we wrote to you ${at}.`,
  },
  goesOn: 'The work on it goes on.',
  workaround: ({ at }) => `For now, please use the workaround that we sent you ${at}.`,
  noWorkaround: 'Workaround: none known yet.',
  nextUpdate: ({ by }) => `Next update: ${by}, in this thread.`,
  contact: (name, ticket) => `Your contact: ${name}, ticket ${ticket}. Write here at any time.`,
  late: {
    answer: ({ by }) => `We need more time for our answer: you will have it ${by}.`,
    solution: ({ by }) => `We need more time for the solution; we estimate to have it ${by}.`,
  },
  told: ({ by }) => `Before, we said ${by}.`,
  isThatFine: 'Please tell us below whether that is fine.',
};
