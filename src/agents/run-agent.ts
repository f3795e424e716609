import type { z } from 'zod';
import { DraftAnswer, type DraftFacts, type GuardFinding } from '../domain/draft.ts';
import { Invalid } from '../domain/errors.ts';
import type { Persona } from '../domain/persona.ts';
import { TriageAnswer, type TriageFacts } from '../domain/triage.ts';
import type { Usage } from '../domain/usage.ts';
import type { Engine, EngineRole, EngineRun } from '../ports.ts';
import { type ComposedDraft, composeDraft } from './compose-draft.ts';
import { runGuards } from './guards/guards.ts';

/** Who made an answer: any sentence leads back to the text and the mind that made it. */
export type MadeBy = {
  readonly persona: Pick<Persona, 'id' | 'hash'>;
  readonly engine: string;
  readonly model: string;
  readonly usage?: Usage;
  /** Why this engine answered and not the one that should have. */
  readonly insteadOf?: string;
};

export type AgentRun<A> = MadeBy & {
  readonly answer: A;
  /** 0–1, after the guards. */
  readonly confidence: number;
};

export type TriageRun = AgentRun<TriageAnswer>;

export type DraftRun = AgentRun<DraftAnswer> & {
  readonly findings: readonly GuardFinding[];
  /** A guard forbids sending it as it is. */
  readonly blocked: boolean;
  /** Absent when the answer is "I don't know". */
} & Partial<ComposedDraft>;

/** What one weakening finding takes from the confidence, and where it ends. */
const weakeningFactor = 0.85;
const blockedConfidence = 0.1;

/** Has a ticket triaged. Throws `Invalid` when the engine's answer breaks the contract. */
export async function runTriage(engine: Engine, persona: Persona, facts: TriageFacts): Promise<TriageRun> {
  const run = await engine.run('triage', persona, facts);
  const answer = parse(TriageAnswer, run.answer, run.engine);
  if (!facts.queues.some(({ name }) => name === answer.queue)) {
    throw new Invalid(`The ${run.engine} engine chose a queue that does not exist.`);
  }
  const given = new Map(facts.duplicates.map((duplicate) => [duplicate.ticket, duplicate]));
  const duplicates = answer.duplicates.map(({ ticket }) => {
    const duplicate = given.get(ticket);
    if (duplicate === undefined)
      throw new Invalid(`The ${run.engine} engine named a duplicate that was not given.`);
    return duplicate;
  });
  return { ...madeBy(run, persona), answer: { ...answer, duplicates }, confidence: answer.confidence };
}

/** Has a reply drafted and checked by every guard. Throws `Invalid` when the engine's answer breaks the contract. */
export async function runDrafting(engine: Engine, persona: Persona, facts: DraftFacts): Promise<DraftRun> {
  const run = await engine.run('drafting', persona, facts);
  const answer = parse(DraftAnswer, run.answer, run.engine);
  const findings = runGuards(answer, facts);
  const blocked = findings.some(({ effect }) => effect === 'blocks');
  const weakened =
    answer.confidence * weakeningFactor ** findings.filter(({ effect }) => effect === 'weakens').length;
  const confidence = Math.round((blocked ? Math.min(blockedConfidence, weakened) : weakened) * 100) / 100;
  return { ...madeBy(run, persona), answer, findings, blocked, confidence, ...composeDraft(answer, facts) };
}

function parse<S extends z.ZodType>(schema: S, answer: unknown, engine: string): z.infer<S> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  // Paths only: the values are text from people.
  const where = parsed.error.issues
    .map(({ path, code }) => `${path.map(String).join('.')} (${code})`)
    .join(', ');
  throw new Invalid(`The answer of the ${engine} engine breaks its contract: ${where}`);
}

function madeBy(
  {
    engine,
    model,
    usage,
    insteadOf,
  }: Pick<EngineRun<EngineRole>, 'engine' | 'model' | 'usage' | 'insteadOf'>,
  { id, hash }: Persona,
): MadeBy {
  return {
    persona: { id, hash },
    engine,
    model,
    ...(usage === undefined ? {} : { usage }),
    ...(insteadOf === undefined ? {} : { insteadOf }),
  };
}

/** The marks of an answer as they are stored with it. */
export function marksOf({ persona, engine, model, usage, insteadOf }: MadeBy) {
  return {
    persona: { ...persona },
    engine,
    model,
    ...(usage === undefined ? {} : { usage }),
    ...(insteadOf === undefined ? {} : { insteadOf }),
  };
}
