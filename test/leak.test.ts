import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { replyCard } from '../src/cards/requester/requester-card.ts';
import { updatePhrases } from '../src/cards/requester/update-phrases.ts';
import { solveTicket } from '../src/domain/ticket/ending.ts';
import { correctTriage, discardDraft, proposeDraft, triageTicket } from '../src/domain/ticket/judgement.ts';
import { recordFailure, replyPublicly } from '../src/domain/ticket/reply.ts';
import type { InternalNote, PublicReply, Ticket } from '../src/domain/ticket/ticket.ts';
import { addNote, escalateTicket, holdTicket } from '../src/domain/ticket/work.ts';
import { laterBy } from '../src/domain/time.ts';
import { composeUpdate } from '../src/domain/update/compose-update.ts';
import { tongues } from '../src/domain/update/tongue.ts';
import { laterTime, type UpdateStory, updateStory } from '../src/domain/update/update-story.ts';
import type { Post, RequesterCard, TeamCard } from '../src/ports.ts';
import type { toRequester } from '../src/workflows/say/saying.ts';
import { requesterCards, requesterForms, teamForms } from './cards/every-card.ts';
import { internalMarker, story, tell } from './domain/ticket/random-story.ts';
import { afterwards, aWorkedTicket } from './support/a-ticket.ts';
import { aDraft, after, ana, asksAs, aTriage, settings } from './support/builders.ts';
import {
  importsOf,
  runtimeImportsOf,
  type SourceFile,
  sourceFiles,
  withoutComments,
} from './support/source-files.ts';

type ForRequesters = Extract<Post, { audience: 'requester' }>;

describe('by type', () => {
  test('a team card cannot be addressed to a requester', () => {
    expectTypeOf<TeamCard>().not.toExtend<ForRequesters['card']>();
    expectTypeOf<TeamCard>().not.toExtend<RequesterCard>();
    expectTypeOf<TeamCard>().not.toExtend<Parameters<typeof toRequester>[2]>();
    expectTypeOf<RequesterCard>().toExtend<Parameters<typeof toRequester>[2]>();
  });

  test('an internal note is no public reply, and none can be shown as one', () => {
    expectTypeOf<InternalNote>().not.toExtend<PublicReply>();
    expectTypeOf<InternalNote>().not.toExtend<Parameters<typeof replyCard>[1]>();
    expectTypeOf<Parameters<typeof replyPublicly>[1]>().not.toHaveProperty('internalText');
    expectTypeOf<keyof InternalNote & keyof PublicReply>().toEqualTypeOf<'by' | 'at'>();
  });

  test('an update is written from a story with no room for words of people but a name and the requester’s own', () => {
    type Whole = Required<UpdateStory>;
    type Free = { [K in keyof Whole]: string extends Whole[K] ? K : never }[keyof Whole];
    type Moments = 'now' | 'since' | 'nextAt' | 'workaroundAt';
    expectTypeOf<Free>().toEqualTypeOf<'ticket' | 'zone' | 'contact' | 'request' | Moments>();
    expectTypeOf<keyof UpdateStory & keyof Ticket>().toBeNever();
  });
});

const code = sourceFiles(['src', 'handlers'], ['.ts']);
const byPath = new Map(code.map((file) => [file.path, file]));

/** Words of the team that no code on the way to a requester may know. */
const teamWords = /\b(InternalNote|internalText|notes|resolution|escalation|severityReasons|corrections)\b/;

/** Files that run when these run, themselves included. */
function reachable(from: readonly string[], files: ReadonlyMap<string, SourceFile>): readonly SourceFile[] {
  const found = new Map<string, SourceFile>();
  const visit = (path: string) => {
    const file = files.get(path);
    if (!file || found.has(path)) return;
    found.set(path, file);
    runtimeImportsOf(file).forEach(visit);
  };
  from.forEach(visit);
  return [...found.values()];
}

/** These say what a ticket and a triage are; they show nothing to anybody. */
const definitions = ['src/domain/ticket/ticket.ts', 'src/domain/triage.ts'];

const knowing = (files: readonly SourceFile[]) =>
  files
    .filter((file) => !definitions.includes(file.path))
    .filter((file) => teamWords.test(withoutComments(file.text)))
    .map((file) => file.path);

const requesterSide = code.map((file) => file.path).filter((path) => path.startsWith('src/cards/requester/'));

describe('by structure', () => {
  test('no code behind a requester’s card knows the team’s words', () => {
    expect(requesterSide.length).toBeGreaterThanOrEqual(3);
    expect(reachable(requesterSide, byPath).length).toBeGreaterThan(5);
    expect(knowing(reachable(requesterSide, byPath))).toEqual([]);
  });

  test('a leak two imports away is seen', () => {
    const bad = new Map([
      [
        'src/cards/requester/x.ts',
        { path: 'src/cards/requester/x.ts', text: "import { y } from '../y.ts';" },
      ],
      [
        'src/cards/y.ts',
        { path: 'src/cards/y.ts', text: 'export const y = (t) => t.notes[0].internalText;' },
      ],
    ]);
    expect(knowing(reachable(['src/cards/requester/x.ts'], bad))).toEqual(['src/cards/y.ts']);
  });

  test('what speaks to requesters takes its cards from the requester’s side alone', () => {
    const speaker = byPath.get('src/workflows/say/to-requester.ts')!;
    const cards = importsOf(speaker).filter((path) => path.startsWith('src/cards/'));
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.filter((path) => !path.startsWith('src/cards/requester/'))).toEqual([]);
    expect(knowing([speaker])).toEqual([]);
  });

  test('what writes an update knows no word of the team', () => {
    const writers = reachable(['src/domain/update/compose-update.ts', 'src/domain/update/tongue.ts'], byPath);
    expect(writers.length).toBeGreaterThan(1);
    expect(knowing(writers)).toEqual([]);
  });

  test('requesters’ cards are made on their side and addressed in one file', () => {
    const makers = code.filter((file) => /audience: 'requester'/.test(withoutComments(file.text)));
    expect(makers.map((file) => file.path)).toEqual([
      'src/cards/requester/follow-up-card.ts',
      'src/cards/requester/requester-card.ts',
      'src/ports.ts',
      'src/workflows/say/saying.ts',
    ]);
  });
});

/** Everything that is shown to the requester of a ticket, as one text. */
function shownToRequester(ticket: Ticket): string {
  return JSON.stringify([requesterCards(ticket), requesterForms(ticket)]);
}

/** Every update that could be prepared for the requester at that moment, in every language. */
function updatesFor(ticket: Ticket): string {
  const now = laterBy(ticket.changedAt, 1000);
  const story = updateStory(ticket, { zone: 'UTC', contact: 'Support' }, { now, nextAt: after(9999) });
  const promise = { target: 'total_resolution' as const, dueAt: now };
  const proposes = laterTime(promise, ticket, { book: settings.policies, now });
  const late = proposes ? [{ ...story, late: { told: now, proposes } }] : [];
  const all = [story, ...late].flatMap((each) => tongues.map((tongue) => ({ ...each, tongue })));
  return all.map((each) => composeUpdate(each, updatePhrases)).join('\n');
}

describe('by looking', () => {
  const secret = (what: string) => `SECRET${what.toUpperCase()}`;
  const ticket = afterwards(
    aWorkedTicket(),
    (now) => addNote(now, { internalText: secret('note') }, asksAs.agent()),
    (now) =>
      triageTicket(
        now,
        aTriage({
          severityReasons: [secret('severity')],
          queue: secret('queue'),
          stakeholders: [secret('stakeholder')],
          reasons: { category: secret('category'), queue: secret('routing') },
          duplicates: [{ ticket: 'T-77', subject: secret('duplicate'), score: 0.8, why: secret('why') }],
        }),
        asksAs.desk(),
      ),
    (now) => proposeDraft(now, aDraft({ draft: 'd2', text: secret('draft') }), asksAs.desk()),
    (now) => discardDraft(now, 'd2', asksAs.agent()),
    (now) => correctTriage(now, { field: 'queue', to: secret('corrected') }, asksAs.agent()),
    (now) => escalateTicket(now, secret('escalation'), asksAs.agent()),
    (now) => holdTicket(now, { reason: secret('hold') }, asksAs.agent()),
    (now) => replyPublicly(now, { publicText: 'The public words', next: 'ask' }, asksAs.agent()),
    (now) => recordFailure(now, { key: 'reply:r1:0', reason: secret('failure') }, asksAs.desk()),
    (now) => solveTicket(now, secret('resolution'), asksAs.agent()),
  );

  test('the team sees the secrets this test looks for', () => {
    expect(JSON.stringify(teamForms(ticket))).toContain(secret('note'));
    expect(JSON.stringify(ticket).match(/SECRET[A-Z]+/g)?.length).toBeGreaterThan(12);
  });

  test('no note, draft, reason, resolution or escalation is in anything a requester is shown', () => {
    expect(shownToRequester(ticket)).toContain('The public words');
    expect(shownToRequester(ticket).match(/SECRET[A-Z]+/g)).toBeNull();
    expect(shownToRequester(ticket)).not.toContain(ana);
  });

  test('no update that is prepared for the requester has any of them', () => {
    expect(updatesFor(ticket)).toContain('ticket T-1');
    expect(updatesFor({ ...ticket, status: 'on_hold' })).toContain('since 11:00 (UTC)');
    for (const status of ['new', 'open', 'pending', 'on_hold'] as const) {
      expect(updatesFor({ ...ticket, status }).match(/SECRET[A-Z]+/g)).toBeNull();
    }
    expect(updatesFor(ticket)).not.toContain(ana);
    // A subject is quoted only where the requester wrote it.
    expect(updatesFor(ticket)).toContain(ticket.subject);
    expect(updatesFor({ ...ticket, subject: secret('subject') })).not.toContain('SECRET');
  });

  test('whatever people do, internal words stay inside', () => {
    let seen = 0;
    fc.assert(
      fc.property(story, (steps) => {
        for (const told of tell(steps).tickets.values()) {
          if (JSON.stringify(told).includes(internalMarker)) seen += 1;
          expect(shownToRequester(told)).not.toContain(internalMarker);
          expect(updatesFor(told)).not.toContain(internalMarker);
        }
      }),
      { numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
