export type Spoken = {
  /** The fields of the answer; text that is not JSON is given as `text`. */
  readonly say?: unknown;
  readonly text?: string;
  readonly stop?: string;
  /** As billed: input, cache write, cache read, output. */
  readonly tokens?: readonly [number, number, number, number];
  /** Nothing is said before this much time, or this promise. */
  readonly afterMs?: number;
  readonly after?: Promise<void>;
};

/** What the server does with one question. */
export type ClaudeAnswer =
  | Spoken
  | { readonly status: number; readonly type: string; readonly headers?: Record<string, string> }
  | {
      readonly fault:
        | 'hang'
        | 'hang after the first words'
        | 'reset'
        | 'cut'
        | 'end early'
        | 'error in the stream';
    };

const billed = [400, 0, 1200, 150] as const;

/** An answer as server-sent events, in the order in which Anthropic sends them. */
export function streamed(spoken: Spoken, model: string): readonly string[] {
  const { content, stop_reason, usage, ...message } = whole(spoken, model);
  const text = content[0]?.text ?? '';
  const third = Math.max(1, Math.ceil(text.length / 3));
  const pieces = [text.slice(0, third), text.slice(third, 2 * third), text.slice(2 * third)];
  const events: readonly { readonly type: string }[] = [
    {
      type: 'message_start',
      ...{ message: { ...message, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } } },
    },
    {
      type: 'content_block_start',
      ...{ index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
    },
    { type: 'content_block_stop', ...{ index: 0 } },
    { type: 'content_block_start', ...{ index: 1, content_block: { type: 'text', text: '' } } },
    ...pieces.map((piece) => ({
      type: 'content_block_delta',
      ...{ index: 1, delta: { type: 'text_delta', text: piece } },
    })),
    { type: 'content_block_stop', ...{ index: 1 } },
    { type: 'message_delta', ...{ delta: { stop_reason, stop_sequence: null }, usage } },
    { type: 'message_stop' },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

/** An answer as one message. */
export function whole(
  { say, text = JSON.stringify(say), stop = 'end_turn', tokens = billed }: Spoken,
  model: string,
) {
  const [input, write, read, output] = tokens;
  return {
    id: 'msg_test',
    type: 'message',
    role: 'assistant',
    model,
    content: [{ type: 'text', text }],
    stop_reason: stop,
    stop_sequence: null,
    usage: {
      input_tokens: input,
      cache_creation_input_tokens: write,
      cache_read_input_tokens: read,
      output_tokens: output,
    },
  };
}
