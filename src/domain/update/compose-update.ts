import { isResponse } from '../sla/policy.ts';
import type { Instant } from '../time.ts';
import { type Tongue, type When, whenIn } from './tongue.ts';
import type { NewsKind, Standing, UpdateStory } from './update-story.ts';

/** How everything an update says is said in one language. Moments come in already written out. */
export type UpdateWording = {
  /** `request`: the requester's own words, where they may be quoted. */
  readonly head: (ticket: string, request: string | undefined) => string;
  readonly standing: Readonly<Record<Standing, (when: When, name: string) => string>>;
  readonly news: Readonly<Record<NewsKind, (when: When) => string>>;
  /** Somebody has it, and there is nothing new. */
  readonly goesOn: string;
  readonly workaround: (when: When) => string;
  readonly noWorkaround: string;
  readonly nextUpdate: (when: When) => string;
  readonly contact: (name: string, ticket: string) => string;
  readonly late: Readonly<Record<'answer' | 'solution', (by: When) => string>>;
  /** The time we had told before. */
  readonly told: (was: When) => string;
  readonly isThatFine: string;
};
export type UpdateWordings = Readonly<Record<Tongue, UpdateWording>>;

/** What the standing says already needs no line of its own. */
const saidBy: Readonly<Partial<Record<NewsKind, Standing>>> = {
  passed_on: 'passed_on',
  waiting: 'others',
  taken: 'taken',
};

/** An update as it may be sent; it says nothing but what is known. Pure: the same story, the same words. */
export function composeUpdate(story: UpdateStory, wordings: UpdateWordings): string {
  const { tongue, ticket, standing, late, news } = story;
  const say = wordings[tongue];
  const when = (at: Instant) => whenIn(tongue, at, story);
  const stands = say.standing[standing](when(story.since), story.contact);
  const isNews = news && saidBy[news.kind] !== standing && !(late && news.kind === 'unchanged');
  const first = [
    say.head(ticket, story.request),
    ...(late
      ? [say.late[isResponse(late.proposes.target) ? 'answer' : 'solution'](when(late.proposes.dueAt))]
      : []),
    ...(late?.told === undefined ? [] : [say.told(when(late.told))]),
    stands,
    ...(isNews ? [say.news[news.kind](when(news.at))] : []),
    ...(isNews && news.kind === 'unchanged' && standing === 'taken' ? [say.goesOn] : []),
  ];
  return [
    first.join(' '),
    ...(story.workaroundAt === undefined ? [] : [say.workaround(when(story.workaroundAt))]),
    ...(story.workaroundAt === undefined && story.isUrgent ? [say.noWorkaround] : []),
    say.nextUpdate(when(story.nextAt)),
    [say.contact(story.contact, ticket), ...(late ? [say.isThatFine] : [])].join(' '),
  ]
    .map(oneStop)
    .join('\n');
}

/** A month that is cut short ends with a stop, and so does the sentence. */
function oneStop(line: string): string {
  return line.replace(/(?<!\.)\.\.(?!\.)/g, '.');
}
