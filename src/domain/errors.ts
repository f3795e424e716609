/**
 * The five ways something unexpected can go wrong. Adapters translate their vendor's errors into these;
 * nothing else in the desk knows a vendor's error.
 */
export abstract class DeskError extends Error {
  abstract override readonly name: 'Refused' | 'Unreachable' | 'Conflict' | 'Invalid' | 'Misconfigured';
}

/** The platform understood and said no: asking again will not help. `code` is the platform's own word. */
export class Refused extends DeskError {
  override readonly name = 'Refused';
  readonly code: string;
  constructor(message: string, code: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * It did not get through, or the platform asks us to wait: try again after `retryAfterMs`, if given.
 * `unknownOutcome` is true when the call may have taken effect (look before repeating it).
 */
export class Unreachable extends DeskError {
  override readonly name = 'Unreachable';
  readonly retryAfterMs: number | undefined;
  readonly unknownOutcome: boolean;
  constructor(
    message: string,
    detail: { retryAfterMs?: number; unknownOutcome: boolean },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.retryAfterMs = detail.retryAfterMs;
    this.unknownOutcome = detail.unknownOutcome;
  }
}

/** Somebody else changed it first: load again and decide again. */
export class Conflict extends DeskError {
  override readonly name = 'Conflict';
}

/** Data from outside is not what it must be; the message says what, where, and how to repair it. */
export class Invalid extends DeskError {
  override readonly name = 'Invalid';
}

/** The desk cannot start like this; the message says how to repair it. */
export class Misconfigured extends DeskError {
  override readonly name = 'Misconfigured';
}
