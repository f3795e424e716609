import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import type { DraftFacts } from '../domain/draft.ts';
import { Invalid } from '../domain/errors.ts';
import type { Persona } from '../domain/persona.ts';
import { remembered } from '../domain/remembered.ts';
import { second } from '../domain/time.ts';
import type { TriageFacts } from '../domain/triage.ts';
import type { EngineAttempt, EngineRole, EngineRoles, PaidEngine } from '../ports.ts';
import { ask, type Patience, type Question, type Reply } from './claude/ask.ts';
import { type ClaudeAccess, openClaudeClient } from './claude/claude-client.ts';
import { draftContent, draftFormat, draftFrom } from './claude/draft-question.ts';
import { createFence } from './claude/fence.ts';
import { draftFields, houseRules, triageFields } from './claude/house-rules.ts';
import { createPlaceholders } from './claude/placeholders.ts';
import { queuesText, triageContent, triageFormat, triageFrom } from './claude/triage-question.ts';

export type ClaudePlan = ClaudeAccess & {
  /** Which model stands behind the aliases of the personas. */
  readonly models: Readonly<Record<Persona['model'], string>>;
  /** A code nobody can guess, new for each call: it marks where data ends. */
  readonly newCode: () => string;
  readonly patience?: Readonly<Record<EngineRole, Patience>>;
};

/** A triage is waited for by a card, a draft by a person who reads meanwhile. Together they stay below a timer's lease. */
const standardPatience: Readonly<Record<EngineRole, Patience>> = {
  triage: { firstWordMs: 8 * second, wholeMs: 20 * second },
  drafting: { firstWordMs: 20 * second, wholeMs: 60 * second },
};

/** Thinking counts as answer tokens: room for it, beside what the persona may say. */
const roomToThink: Readonly<Record<EngineRole, number>> = { triage: 2000, drafting: 6000 };
const efforts = { triage: 'low', drafting: 'medium' } as const;

/**
 * Claude as a mind for triage and drafting. Private data is replaced before a text leaves, texts from people stand in
 * fenced blocks, and what an answer may do is decided by its shape and by the desk. Usable without a desk.
 */
export function createClaudeEngine(plan: ClaudePlan): PaidEngine {
  const client = openClaudeClient(plan);
  const patience = plan.patience ?? standardPatience;
  const roles: Roles = {
    triage: (persona, facts) => askTriage({ client, plan, patience: patience.triage }, persona, facts),
    drafting: (persona, facts) => askDraft({ client, plan, patience: patience.drafting }, persona, facts),
  };
  const attempt: PaidEngine['attempt'] = (role, persona, facts) => roles[role](persona, facts);
  return {
    name: 'claude',
    attempt,
    async run(role, persona, facts) {
      const tried = await attempt(role, persona, facts);
      if ('error' in tried) throw tried.error;
      return tried.run;
    },
  };
}

type Roles = {
  readonly [R in EngineRole]: (persona: Persona, facts: EngineRoles[R]['facts']) => Promise<EngineAttempt<R>>;
};
type Asking = {
  readonly client: Anthropic;
  readonly plan: Pick<ClaudePlan, 'models' | 'newCode'>;
  readonly patience: Patience;
};

async function askTriage(
  { client, plan, patience }: Asking,
  persona: Persona,
  facts: TriageFacts,
): Promise<EngineAttempt<'triage'>> {
  const placeholders = createPlaceholders(facts.requester.name);
  const question = {
    ...questionOf('triage', persona, plan),
    system: systemOf([houseRules, persona.body, triageFields, queuesText(facts)]),
    content: triageContent(facts, createFence(plan.newCode()), placeholders),
    format: triageFormatFor(JSON.stringify(facts.queues.map(({ name }) => name))),
  };
  const reply = await ask(client, question, patience);
  return attemptOf(reply, question.model, (said) => triageFrom(said, facts, placeholders));
}

/** One shape for each list of queues: it is prepared once here and once at Anthropic. */
const triageFormatFor = remembered((names) => {
  const [first = '', ...more]: readonly string[] = JSON.parse(names);
  return triageFormat([first, ...more]);
}, 20);

async function askDraft(
  { client, plan, patience }: Asking,
  persona: Persona,
  facts: DraftFacts,
): Promise<EngineAttempt<'drafting'>> {
  const question = questionOf('drafting', persona, plan);
  const placeholders = createPlaceholders(facts.requester.name);
  const reply = await ask(
    client,
    {
      ...question,
      system: systemOf([houseRules, persona.body, draftFields]),
      content: draftContent(facts, createFence(plan.newCode()), placeholders),
      format: draftFormat,
    },
    patience,
  );
  return attemptOf(reply, question.model, (said) => draftFrom(said, facts, placeholders));
}

function questionOf(
  role: EngineRole,
  { model, maxOutputTokens }: Persona,
  { models }: Asking['plan'],
): Pick<Question<unknown>, 'model' | 'maxTokens' | 'effort'> {
  return { model: models[model], maxTokens: maxOutputTokens + roomToThink[role], effort: efforts[role] };
}

/** What is the same for every ticket, so that it is read from Anthropic's cache: no time, ticket or customer in it. */
function systemOf(parts: readonly string[]): Question<unknown>['system'] {
  return [{ type: 'text', text: parts.join('\n\n'), cache_control: { type: 'ephemeral' } }];
}

function attemptOf<R extends EngineRole, S>(
  reply: Reply<S>,
  model: string,
  read: (said: S) => EngineRoles[R]['answer'],
): EngineAttempt<R> {
  if ('error' in reply) return reply;
  const { usage } = reply;
  try {
    return { run: { answer: read(reply.answer), engine: 'claude', model, usage } };
  } catch (error) {
    if (error instanceof Invalid) return { error, usage };
    if (!(error instanceof z.ZodError)) throw error;
    return { error: new Invalid('Claude’s answer breaks the desk’s contract', { cause: error }), usage };
  }
}
