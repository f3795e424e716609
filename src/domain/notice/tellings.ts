import { type Clock, type Step, type StepName, stepKey } from '../sla/clock.ts';
import { toldSteps, watchedClocks } from '../sla/clocks-of.ts';
import type { PolicyBook } from '../sla/policy-book.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { byTime, type Instant } from '../time.ts';

/** One step of one clock for one audience; it is told once, or marked as told. */
export type Telling = {
  readonly key: string;
  readonly clock: Clock;
  readonly step: Step;
  /** `worker`: who has the ticket, or its queue while nobody has it. */
  readonly audience: 'worker' | 'queue' | 'managers';
};

/** Every step of the clocks that run, told or not, in order of time. */
export function tellingsOf(ticket: Ticket, book: PolicyBook, now: Instant): readonly Telling[] {
  const leads = concernsLeads(ticket);
  return watchedClocks(ticket, book, now)
    .flatMap((clock) =>
      clock.steps.flatMap((step) =>
        audiencesOf(clock, step).filter(
          ({ key, audience }) => leads || audience !== 'managers' || !key.endsWith(forLeads),
        ),
      ),
    )
    .sort((one, other) => byTime(one.step.at, other.step.at));
}

/** The next moment at which somebody is to be told of a clock, with what was told already left out. */
export function nextTellingAt(ticket: Ticket, book: PolicyBook, now: Instant): Instant | undefined {
  const told = toldSteps(ticket);
  return tellingsOf(ticket, book, now).find(({ key }) => !told.has(key))?.step.at;
}

/** Ends the name of a last warning for those who lead. */
const forLeads = '>managers';

/** Those who lead hear of what is grave, and of their largest customers; the rest goes on without them until it is late. */
function concernsLeads({ triage, account }: Ticket): boolean {
  return triage?.severity === 'P1' || triage?.severity === 'P2' || account?.plan === 'enterprise';
}

function audiencesOf(clock: Clock, step: Step): readonly Telling[] {
  const key = stepKey(clock, step.step);
  const telling = { key, clock, step };
  if (step.step === 'late_queue') return [{ ...telling, audience: 'queue' }];
  if (step.step === 'late_manager') return [{ ...telling, audience: 'managers' }];
  return [
    { ...telling, audience: 'worker' },
    // Those who can free somebody for it must know while there is time.
    ...(clock.target !== 'next_update' && isLastWarning(clock, step)
      ? [{ ...telling, key: `${key}${forLeads}`, audience: 'managers' as const }]
      : []),
  ];
}

/** The last moment before a promise is broken at which something can be done about it. */
export function isLastWarning({ steps, target }: Clock, { step }: Pick<Step, 'step'>): boolean {
  if (target === 'next_update') return step === 'prepare';
  return step.startsWith('warn_') && steps.findLast((each) => isWarning(each.step))?.step === step;
}

function isWarning(step: StepName): boolean {
  return step.startsWith('warn_');
}
