import { type DeskError, Misconfigured } from '../../domain/errors.ts';
import { second } from '../../domain/time.ts';
import { type ClaudeAccess, openClaudeClient } from './claude-client.ts';
import { asDeskError } from './claude-error.ts';
import { hasPrice } from './prices.ts';

/** What a check of one model found: nothing wrong, a price we do not know, or why it cannot be used. */
export type ModelCheck = {
  readonly model: string;
  readonly state: 'ok' | 'no_price' | 'unknown' | 'not_reached';
  /** In plain words; empty when nothing is wrong. */
  readonly detail: string;
};

/** Asks whether the key may use each model. Costs nothing. Throws `Misconfigured` when the key itself is refused. */
export async function checkClaude(
  access: ClaudeAccess & { readonly models: readonly string[] },
): Promise<readonly ModelCheck[]> {
  const client = openClaudeClient(access);
  const checks: ModelCheck[] = [];
  for (const model of new Set(access.models)) {
    try {
      await client.models.retrieve(
        model,
        {},
        { timeout: 8 * second, signal: AbortSignal.timeout(15 * second) },
      );
      checks.push(
        hasPrice(model)
          ? { model, state: 'ok', detail: '' }
          : { model, state: 'no_price', detail: `The price of ${model} is not known` },
      );
    } catch (error) {
      const failure = asDeskError(error, model);
      if (isRefusedKey(failure)) throw failure;
      const state = failure.name === 'Misconfigured' ? 'unknown' : 'not_reached';
      checks.push({ model, state, detail: failure.message });
    }
  }
  return checks;
}

function isRefusedKey(error: DeskError): boolean {
  return error instanceof Misconfigured && error.message.includes('ANTHROPIC_API_KEY');
}
