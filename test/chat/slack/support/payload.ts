import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InboundContext } from '../../../../src/chat/slack/inbound/context.ts';
import { translate } from '../../../../src/chat/slack/inbound/translate.ts';
import { ChatEvent } from '../../../../src/domain/chat-event.ts';

const folder = join(import.meta.dirname, '../../../fixtures/slack');

export const context: InboundContext = {
  botUserId: 'U0BOT',
  botId: 'B0MUSTER',
  nameOf: (id) => (id === 'U0ANA' ? 'Ana' : undefined),
  kindOf: () => undefined,
  workspaceUrl: 'https://acme.slack.com/',
  now: '2026-11-20T10:00:00.000Z',
};

/** A payload in the shape Slack sends it; people and tokens are ours. */
export function payload(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

/** The event a payload becomes, valid by the desk's own schema; a string says why there is none. */
export function eventOf(body: unknown, given: Partial<InboundContext> = {}): ChatEvent | string {
  const translated = translate(body, { ...context, ...given });
  return 'ignored' in translated ? translated.ignored : ChatEvent.parse(translated.event);
}
