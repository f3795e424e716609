import { changedShare } from '../changed-share.ts';
import { isResponse } from '../sla/policy.ts';
import type { Instant } from '../time.ts';
import { dayIn, momentIn, type Tongue } from './tongue.ts';
import type { NewsKind, Standing, UpdateStory } from './update-story.ts';

/** One way of saying everything an update says, in one language. Days and moments come in already written out. */
export type UpdateWording = {
  readonly head: (ticket: string, asOf: string) => string;
  readonly standing: Readonly<Record<Standing, (since: string) => string>>;
  readonly news: Readonly<Record<NewsKind, (on: string, days: number) => string>>;
  readonly next: Readonly<Record<Standing, string>>;
  readonly held: Readonly<Record<'nothing' | 'others' | 'yours', string>>;
  readonly workaround: (on: string) => string;
  readonly noWorkaround: string;
  readonly nextUpdate: (by: string) => string;
  readonly contact: (name: string, ticket: string) => string;
  readonly late: Readonly<Record<'answer' | 'solution', (was: string, by: string) => string>>;
  readonly isThatFine: string;
};

/** Several ways in each language, so that two updates in a row do not read the same. */
export type UpdateWordings = Readonly<Record<Tongue, readonly [UpdateWording, ...UpdateWording[]]>>;

/** An update as it may be sent: the way of saying it that is least like the last one. Pure: the same story, the same words. */
export function composeUpdate(story: UpdateStory, wordings: UpdateWordings): string {
  const [first, ...others] = wordings[story.tongue].map((wording) => written(story, wording));
  const { previous } = story;
  if (first === undefined || previous === undefined) return first ?? '';
  const news = (text: string) => changedShare(previous, text);
  return others.reduce((best, text) => (news(text) > news(best) ? text : best), first);
}

function written(story: UpdateStory, say: UpdateWording): string {
  const { tongue, zone, ticket, standing, late } = story;
  const day = (at: Instant) => dayIn(tongue, at, zone);
  const moment = (at: Instant) => momentIn(tongue, at, zone);
  const stands = say.standing[standing](day(story.since));
  const held = standing === 'others' ? 'others' : standing === 'yours' ? 'yours' : 'nothing';
  const isAnswer = isResponse(late?.proposes.target);
  const opening = late
    ? [say.late[isAnswer ? 'answer' : 'solution'](moment(late.was), moment(late.proposes.dueAt)), stands]
    : [stands, ...(story.news ? [say.news[story.news.kind](day(story.news.at), story.days)] : [])];
  return [
    `${say.head(ticket, moment(story.now))} ${opening.join(' ')}`,
    // Why it takes longer was just said.
    [...(late && held !== 'yours' ? [] : [say.held[held]]), say.next[standing]].join(' '),
    story.workaroundAt === undefined ? say.noWorkaround : say.workaround(day(story.workaroundAt)),
    say.nextUpdate(moment(story.nextAt)),
    [say.contact(story.contact, ticket), ...(late ? [say.isThatFine] : [])].join(' '),
  ].join('\n');
}
