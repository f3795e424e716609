import type { Engine, EngineRole, EngineRoles, EngineRun } from '../../ports.ts';
import { draftReply } from './drafting.ts';
import { createPageReader } from './page-reader.ts';
import { triageTicket } from './triage.ts';

type Roles = { readonly [R in EngineRole]: (facts: EngineRoles[R]['facts']) => EngineRoles[R]['answer'] };

/** A mind made of rules: no key, no network, the same answer for the same facts. The persona's text changes nothing. */
export function createOfflineEngine(): Engine {
  const pages = createPageReader();
  const roles: Roles = { triage: triageTicket, drafting: (facts) => draftReply(facts, pages) };
  return {
    name: 'offline',
    async run<R extends EngineRole>(
      role: R,
      _persona: unknown,
      facts: EngineRoles[R]['facts'],
    ): Promise<EngineRun<R>> {
      return { answer: roles[role](facts), engine: 'offline', model: 'rules-1' };
    },
  };
}
