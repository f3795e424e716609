/** A message to try in the practice workspace with one click. */
export type PracticeExample = {
  /** What the page's button says. */
  readonly label: string;
  /** Person id of who says it. */
  readonly as: string;
  /** Channel id it is written in. */
  readonly channel: string;
  readonly text: string;
};

/** Ready messages for the page's "Try it" list: each shows another side of the desk. */
export const practiceExamples: readonly PracticeExample[] = [
  {
    label: 'An outage at the biggest customer',
    as: 'U01DANA',
    channel: 'C01SUPPORT',
    text: 'Checkout fails with error 502 for all our users since 10:00',
  },
  {
    label: 'A question the help pages answer',
    as: 'U03MEI',
    channel: 'C01SUPPORT',
    text: 'Hi! I exported my orders and all the umlauts look broken in Excel (MÃ¼ller instead of Müller). What am I doing wrong?',
  },
  {
    label: 'Money back, please',
    as: 'U02MARCUS',
    channel: 'C01SUPPORT',
    text: 'You charged us for Business AND Standard this month. I want that refunded today, this is the second time I have to ask.',
  },
  {
    label: 'A bug with half the facts',
    as: 'U01DANA',
    channel: 'C01SUPPORT',
    text: 'Since this morning the shipping label button on an order does nothing for one of my colleagues. Works for me.',
  },
  {
    label: 'From a developer',
    as: 'U04TOMASZ',
    channel: 'C01SUPPORT',
    text: 'Getting 429 rate_limited on /v3/stock at ~150 req/min, thought Business has 300. Retry-After says 37. Do writes count double?',
  },
  {
    label: 'A wish',
    as: 'U04TOMASZ',
    channel: 'C01SUPPORT',
    text: 'Would be great if webhooks could be filtered by sales channel. We drop about 80% of them at the moment. Is that planned?',
  },
  {
    label: 'A question in German',
    as: 'U05INES',
    channel: 'C01SUPPORT',
    text: 'Guten Morgen, seit heute früh kommt bei unseren Kunden in Zürich keine Bestellbestätigung per E-Mail mehr an. Wo kann ich nachsehen, woran das liegt?',
  },
  {
    label: 'Something no help page covers',
    as: 'U03MEI',
    channel: 'C01SUPPORT',
    text: 'How do I get the Apple Pay button in my checkout? I only see cards and bank transfer.',
  },
  {
    label: 'Just a thank-you',
    as: 'U03MEI',
    channel: 'C01SUPPORT',
    text: 'Thanks so much, that worked!',
  },
];
