import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPersonas } from '../../src/agents/load-personas.ts';
import { runDrafting, runTriage } from '../../src/agents/run-agent.ts';
import { draftFactsOf, readPersonaCase, triageFactsOf } from '../../src/cli/persona-case.ts';
import { wordsOf } from '../../src/cli/persona-judge.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { createSearch } from '../../src/search/desk-search.ts';

const folder = 'test/fixtures/personas';
const engine = createOfflineEngine();
const personas = await loadPersonas('personas');

function casesOf(id: string) {
  return readdirSync(join(folder, id))
    .sort()
    .map((file) => readPersonaCase(file, readFileSync(join(folder, id, file), 'utf8')));
}

function personaNamed(id: string) {
  const persona = personas.get(id);
  if (persona === undefined) throw new Error(`no persona ${id}`);
  return persona;
}

describe('the triage-controller', () => {
  for (const tried of casesOf('triage-controller')) {
    it(tried.title, async () => {
      const { answer } = await runTriage(engine, personaNamed('triage-controller'), triageFactsOf(tried));
      expect({ ...answer, ...tried.expect }).toEqual(answer);
      const said = JSON.stringify(answer);
      for (const words of tried.mustHave) expect(said).toContain(words);
      for (const words of tried.mustNotHave) expect(said).not.toContain(words);
    });
  }
});

describe('the resolution-drafter', () => {
  for (const tried of casesOf('resolution-drafter')) {
    it(tried.title, async () => {
      const triage = await runTriage(engine, personaNamed('triage-controller'), triageFactsOf(tried));
      const facts = draftFactsOf(tried, triage.answer, createSearch());
      const draft = await runDrafting(engine, personaNamed('resolution-drafter'), facts);
      const said = draft.text ?? JSON.stringify(draft.answer);
      expect(draft.answer.outcome, said).toBe(tried.expect.outcome);
      expect(draft.blocked, JSON.stringify(draft.findings)).toBe(false);
      for (const words of tried.mustHave) expect(said).toContain(words);
      for (const words of tried.mustNotHave) expect(said).not.toContain(words);
    });
  }
});

// The support-agent goes on with tickets that were answered before, in the form of a draft.
describe('the support-agent', () => {
  const outcomes = { ask: 'unknown', close: 'unknown', unknown: 'unknown', answer: 'answer' } as const;
  for (const tried of casesOf('support-agent')) {
    it(tried.title, async () => {
      const triage = await runTriage(engine, personaNamed('triage-controller'), triageFactsOf(tried));
      const { outcome, ...expected } = tried.expect;
      expect({ ...triage.answer, ...expected }).toEqual(triage.answer);
      const facts = draftFactsOf(tried, triage.answer, createSearch());
      const draft = await runDrafting(engine, personaNamed('support-agent'), facts);
      expect(draft.persona.id).toBe('support-agent');
      expect(draft.blocked, JSON.stringify(draft.findings)).toBe(false);
      const said = wordsOf(draft, triage.answer.language);
      if (outcome !== undefined && outcome !== 'escalate')
        expect(draft.answer.outcome, said).toBe(outcomes[outcome]);
      if (outcome === 'ask') expect('askFor' in draft.answer && draft.answer.askFor).not.toEqual([]);
      if (outcome === 'close') expect('askFor' in draft.answer && draft.answer.askFor).toEqual([]);
      for (const words of tried.mustHave) expect(said.toLowerCase()).toContain(words.toLowerCase());
      for (const words of tried.mustNotHave) expect(said.toLowerCase()).not.toContain(words.toLowerCase());
    });
  }
});
