import { isBlock } from '../server/controls.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';

/** Arguments of a Web API call after decoding; known object fields are parsed already. */
export type Args = Readonly<Record<string, unknown>>;

/** A text argument; numbers and booleans of JSON bodies count as text. */
export function textArg(args: Args, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return String(value);
}

/** A text argument that must be there and not empty; `code` is Slack's name for its absence. */
export function neededText(args: Args, name: string, code = 'invalid_arguments'): string {
  const value = textArg(args, name);
  if (value) return value;
  const messages = [`[ERROR] missing required field: ${name}`];
  throw new SlackRefusal(code, code === 'invalid_arguments' ? { response_metadata: { messages } } : {});
}

export function numberArg(args: Args, name: string): number | undefined {
  const text = textArg(args, name);
  const value = Number(text);
  return text === undefined || text === '' || Number.isNaN(value) ? undefined : value;
}

export function flagArg(args: Args, name: string): boolean {
  return ['true', '1'].includes(textArg(args, name) ?? '');
}

/** A list written as an array or with commas, as Slack takes either. */
export function listArg(args: Args, name: string): string[] {
  const value = args[name];
  if (Array.isArray(value)) return value.map(String);
  const text = textArg(args, name) ?? '';
  return text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((part) => part.trim().replace(/^"|"$/g, ''))
    .filter((part) => part !== '');
}

export function arrayArg(args: Args, name: string): unknown[] | undefined {
  const value = args[name];
  return Array.isArray(value) ? value : undefined;
}

export function objectArg(args: Args, name: string): Record<string, unknown> | undefined {
  const value = args[name];
  return isBlock(value) ? value : undefined;
}
