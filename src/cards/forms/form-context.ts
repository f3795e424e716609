/** What a form carries along: the ticket, and what the person had seen when it was opened. */
export type FormContext = {
  readonly ticket: string;
  readonly draft?: string;
  /** The customer update whose words are changed. */
  readonly update?: string;
  /** Public answers there were when the form was opened. */
  readonly answers?: number;
  readonly channel?: string;
};

export function writeContext(context: FormContext): string {
  return JSON.stringify(context);
}
