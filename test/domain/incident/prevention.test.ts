import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { closeIncident, resolveIncident } from '../../../src/domain/incident/lifecycle.ts';
import {
  type ActionWords,
  changeAction,
  dueProblem,
  missingParts,
  proposeAction,
  titleProblem,
} from '../../../src/domain/incident/review/prevention.ts';
import { type ActionState, moveAction } from '../../../src/domain/incident/review/prevention-moves.ts';
import {
  finishReview,
  setReviewMeeting,
  startReview,
  writeReview,
} from '../../../src/domain/incident/review/review.ts';
import { after, ana, ben, eve, mia } from '../../support/builders.ts';
import { afterwards, aLedIncident, asks, cadence, outcomeOf } from './an-incident.ts';

const whole: ActionWords = {
  title: 'Add an alarm for the gateway',
  kind: 'detect_sooner',
  owner: ben,
  verifier: ana,
  dueOn: '2026-12-11',
  doneWhen: 'A test outage rings within two minutes',
};

const inReview = (): Incident =>
  afterwards(
    aLedIncident(),
    (now) =>
      resolveIncident(
        now,
        { text: 'over', dataLoss: 'no', reviewOwner: ben, cadence },
        asks.agent(after(50), ana),
      ),
    (now) => startReview(now, asks.desk(after(60))),
  );

const withAction = (words: ActionWords = whole): Incident =>
  afterwards(inReview(), (now) => proposeAction(now, words, asks.agent(after(70), eve)));

const move = (incident: Incident, to: ActionState, by = ben, reason?: string) =>
  moveAction(
    incident,
    { action: 'a1', to, ...(reason === undefined ? {} : { reason }) },
    asks.agent(after(80), by),
  );

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['Should we alert on this?', 'question'],
  ['The gateway alarm', 'no_verb'],
  ['Better monitoring', 'no_verb'],
  ['Add an alarm', undefined],
  ['Alarm einrichten', undefined],
])('the title of an action “%s” is %s', (title, problem) => expect(titleProblem(title)).toBe(problem));

test('an action is accepted by the owner of the review only with title, owner, date and what “done” means', () => {
  fc.assert(
    fc.property(
      fc.record({ title: fc.boolean(), owner: fc.boolean(), dueOn: fc.boolean(), doneWhen: fc.boolean() }),
      (has) => {
        const { owner, dueOn, doneWhen } = whole;
        const words: ActionWords = {
          title: has.title ? whole.title : 'The gateway',
          kind: 'prevent',
          ...(has.owner && owner !== undefined ? { owner } : {}),
          ...(has.dueOn && dueOn !== undefined ? { dueOn } : {}),
          ...(has.doneWhen && doneWhen !== undefined ? { doneWhen } : {}),
        };
        const isWhole = Object.values(has).every(Boolean);
        expect(missingParts(words)).toHaveLength(Object.values(has).filter((each) => !each).length);
        expect(outcomeOf(move(withAction(words), 'accepted'))).toBe(
          isWhole ? 'action_moved' : 'refused: action_incomplete',
        );
      },
    ),
  );
});

test('an action is not accepted by just anybody, and declined only with a reason', () => {
  expect(outcomeOf(move(withAction(), 'accepted', eve))).toBe('refused: not_allowed');
  expect(outcomeOf(move(withAction(), 'declined'))).toBe('refused: empty');
  expect(outcomeOf(move(withAction(), 'declined', ben, 'Too dear'))).toBe('action_moved');
});

test('an action is done with evidence and checked by its verifier alone, never by its owner', () => {
  const accepted = afterwards(withAction(), (now) => move(now, 'accepted'));
  expect(outcomeOf(move(accepted, 'verified', ana))).toBe('refused: nothing_to_do');
  expect(outcomeOf(move(accepted, 'done'))).toBe('refused: no_evidence');
  const done = afterwards(accepted, (now) => move(now, 'done', ben, 'https://x.test/1'));
  expect(done.actions[0]).toMatchObject({ state: 'done', evidence: 'https://x.test/1' });
  expect(outcomeOf(move(done, 'verified', ben))).toBe('refused: own_work');
  expect(outcomeOf(move(done, 'verified', eve))).toBe('refused: not_allowed');
  expect(outcomeOf(move(done, 'verified', ana))).toBe('action_moved');
});

test('an action has another verifier than owner, and no date in the past; far dates are doubted', () => {
  const propose = (change: Partial<ActionWords>) =>
    outcomeOf(proposeAction(inReview(), { ...whole, ...change }, asks.agent(after(70))));
  expect(propose({ verifier: ben })).toBe('refused: own_work');
  expect(propose({ dueOn: '2026-11-19' })).toBe('refused: past_date');
  expect(propose({ dueOn: '2026-11-20' })).toBe('action_proposed');
  expect(dueProblem('2027-01-15', after(0))).toBeUndefined();
  expect(dueProblem('2027-01-16', after(0))).toBe('far');
});

test('an action that is accepted keeps what it needs when it is changed', () => {
  const accepted = afterwards(withAction(), (now) => move(now, 'accepted'));
  const { owner: _owner, ...ownerless } = whole;
  const change = (words: ActionWords) =>
    outcomeOf(changeAction(accepted, { action: 'a1', words }, asks.agent(after(80), ben)));
  expect(change(ownerless)).toBe('refused: action_incomplete');
  expect(change({ ...whole, dueOn: '2026-12-18' })).toBe('action_changed');
  expect(change(whole)).toBe('nothing');
});

const write = (now: Incident) =>
  writeReview(now, { section: 'lead_up', text: 'A bad deploy' }, asks.agent(after(70), eve));

test('a review does not begin while customers still wait for the end of it to be worked out', () => {
  expect(outcomeOf(startReview(aLedIncident(), asks.agent()))).toBe('refused: still_under_way');
  expect(outcomeOf(startReview(inReview(), asks.desk()))).toBe('nothing');
});

test('a review is written by anybody of the team and finished by its owner, the commander or a manager', () => {
  const written = afterwards(inReview(), write);
  expect(written.review).toMatchObject({ state: 'in_review', sections: { lead_up: 'A bad deploy' } });
  expect(outcomeOf(finishReview(written, asks.agent(after(80), eve)))).toBe('refused: not_allowed');
  expect(outcomeOf(finishReview(written, asks.agent(after(80), ben)))).toBe('reviewed');
  expect(outcomeOf(finishReview(written, asks.manager(after(80), mia)))).toBe('reviewed');
  expect(outcomeOf(setReviewMeeting(written, after(1), asks.agent(after(80))))).toBe('refused: past_date');
});

test('a review lets the incident be closed once it is finished and every action is decided', () => {
  const close = (incident: Incident) => outcomeOf(closeIncident(incident, asks.agent(after(99), ben)));
  const finish = (now: Incident) => finishReview(now, asks.agent(after(90), ben));
  expect(close(inReview())).toBe('refused: review_open');
  const undecided = afterwards(withAction(), finish);
  expect(close(undecided)).toBe('refused: actions_open');
  expect(close(afterwards(undecided, (now) => move(now, 'accepted')))).toBe('closed');
});

test('the review of a false alarm leaves it a false alarm', () => {
  const cancelled: Incident = { ...aLedIncident(), lifecycle: 'cancelled' };
  const reviewed = afterwards(cancelled, (now) => startReview(now, asks.agent(after(70), eve)));
  expect(reviewed).toMatchObject({ lifecycle: 'cancelled', review: { owner: ana } });
});

test('what an action answers and what belongs to it can be written later', () => {
  const proposed = afterwards(inReview(), (now) => proposeAction(now, whole, asks.agent(after(60), ben)));
  const changed = afterwards(proposed, (now) =>
    changeAction(
      now,
      { action: 'a1', words: { ...whole, factor: 'Nobody watched', scope: 'All shops' } },
      asks.agent(after(61), ben),
    ),
  );
  expect(changed.actions[0]).toMatchObject({ factor: 'Nobody watched', scope: 'All shops' });
});
