import type { Config } from '../config.ts';
import { DeskError } from '../domain/errors.ts';
import type { ModelCheck } from '../engines/claude/check-claude.ts';
import type { Finding } from './finding.ts';

/** Asks Anthropic about the key and the models; throws one of our errors when it cannot be asked. */
export type AskClaude = (access: {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly models: readonly string[];
}) => Promise<readonly ModelCheck[]>;

const rulesAnswer = 'The offline engine sorts and drafts instead.';

/** Is Claude set up, does the key work, may it use the models, and can the budget count what they cost? */
export async function claudeFindings(
  { claude, engine }: Pick<Config, 'claude' | 'engine'>,
  ask: AskClaude,
): Promise<readonly Finding[]> {
  const { apiKey, baseUrl } = claude;
  if (apiKey === undefined) {
    if (baseUrl === undefined)
      return [{ level: 'ok', what: 'No ANTHROPIC_API_KEY: the offline engine answers' }];
    return [
      {
        level: 'warning',
        what: 'ANTHROPIC_BASE_URL is set, but ANTHROPIC_API_KEY is not',
        effect: rulesAnswer,
        repair: 'Set the key, or unset the address.',
      },
    ];
  }
  const { models, daily_budget_usd: dailyUsd } = engine;
  const off: Finding[] =
    dailyUsd > 0
      ? []
      : [
          {
            level: 'warning',
            what: 'engine.daily_budget_usd is 0',
            effect: `Claude is never asked. ${rulesAnswer}`,
            repair: 'Raise it, or unset ANTHROPIC_API_KEY.',
          },
        ];
  try {
    const checks = await ask({ apiKey, baseUrl, models: [models.fast, models.strong] });
    return [...off, ...onceEach(checks.map(findingOf))];
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const repair = 'Make a new key at platform.claude.com, or check the one that is set.';
    return [...off, { level: 'warning', what: sentence(error.message), effect: rulesAnswer, repair }];
  }
}

/** What cannot be reached for one model cannot for the other: told once. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.what, finding])).values()];
}

function findingOf({ model, state, detail }: ModelCheck): Finding {
  switch (state) {
    case 'ok':
      return { level: 'ok', what: `Claude answers as ${model}` };
    case 'no_price':
      return {
        level: 'warning',
        what: detail,
        effect: 'The daily budget does not count it.',
        repair: 'Watch its cost in the console of your vendor, or choose another model.',
      };
    case 'unknown':
      return {
        level: 'warning',
        what: sentence(detail),
        effect: rulesAnswer,
        repair: 'Correct engine.models in desk.yaml. A gateway may not tell its models: then try one ticket.',
      };
    case 'not_reached':
      return {
        level: 'warning',
        what: sentence(detail),
        effect: `While that is so, ${rulesAnswer.charAt(0).toLowerCase()}${rulesAnswer.slice(1)}`,
        repair: 'Check the network of this machine and ANTHROPIC_BASE_URL.',
      };
  }
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
