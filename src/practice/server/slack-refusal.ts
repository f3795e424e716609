/** Slack's `ok: false`: an error name and, for some errors, further fields of the answer. */
export class SlackRefusal extends Error {
  readonly code: string;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(code: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'SlackRefusal';
    this.code = code;
    this.fields = fields;
  }
}

/** A control request that makes no sense; the message is for the person at the page. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';
}
