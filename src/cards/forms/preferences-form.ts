import type { Amount, Preference } from '../../domain/notice/preference.ts';
import type { Block, Form, Option } from '../card.ts';
import { bold } from '../text.ts';

const amountWords: Readonly<Record<Amount, string>> = {
  all: 'every step',
  last: 'last warnings, and what is due or late',
  due: 'only what is due or late',
  critical: 'only P1',
};
const whereWords: Readonly<Record<Preference['where'], string>> = {
  direct: 'direct message',
  thread: 'under the ticket’s card',
};
const weekendWords: Readonly<Record<Preference['weekends'], string>> = {
  as_other_days: 'Saturday and Sunday like other days',
  quiet: 'quiet on Saturday and Sunday',
};

/** `20:00-08:00`, or `off`. */
function quietWords(quiet: Preference['quiet']): string {
  return quiet === 'off' ? 'off' : `${quiet.from}-${quiet.to}`;
}

/** On a person's home: how they are told of clocks and changes, with a way to choose otherwise. */
export function preferenceBlocks(preference: Preference): readonly Block[] {
  const { amount, quiet, weekends, where } = preference;
  const hours = quiet === 'off' ? 'no quiet hours' : `quiet ${quiet.from}–${quiet.to}`;
  const parts = [
    amountWords[amount],
    hours,
    ...(weekends === 'quiet' ? [weekendWords.quiet] : []),
    whereWords[where],
  ];
  return [
    { type: 'text', lines: [[bold('Your notices: '), { text: parts.join(' · ') }]] },
    { type: 'actions', items: [{ action: 'change_notices', subject: 'home', label: 'Change notices' }] },
  ];
}

/** Choosing how to be told. */
export function preferencesForm(preference: Preference): Form {
  return {
    form: 'notices',
    title: 'Your notices',
    submit: 'Save',
    context: '',
    blocks: [
      {
        type: 'context',
        line: [
          {
            text: 'P1 tickets reach you at any hour. What you leave out and is due goes to the queue’s channel.',
          },
        ],
      },
    ],
    fields: [
      {
        name: 'amount',
        label: 'Tell me',
        kind: 'choice',
        options: optionsOf(amountWords),
        initial: preference.amount,
      },
      {
        name: 'quiet',
        label: 'Quiet hours',
        kind: 'line',
        initial: quietWords(preference.quiet),
        hint: 'In your own time zone, such as 20:00-08:00; off for none. What comes in them waits for their end.',
      },
      {
        name: 'weekends',
        label: 'Weekends',
        kind: 'choice',
        options: optionsOf(weekendWords),
        initial: preference.weekends,
      },
      {
        name: 'where',
        label: 'Where',
        kind: 'choice',
        options: optionsOf(whereWords),
        initial: preference.where,
      },
    ],
  };
}

function optionsOf(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
