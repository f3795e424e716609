/**
 * What people see, platform-neutral. A card is data; each chat adapter draws it within its platform's limits.
 * There is no markup: all text is spans, so that text from people can never become a mention, a link or a command.
 */
export type Span =
  | { readonly text: string; readonly style?: 'bold' | 'italic' | 'strike' | 'code' }
  | { readonly link: string; readonly text: string }
  /** A person shown by name. `notify` is only ever set by the desk's own code, never from text of people. */
  | { readonly person: string; readonly notify?: true }
  | { readonly channel: string }
  /** A moment shown in the reader's own time zone; `fallback` is read where the platform cannot. */
  | { readonly moment: string; readonly as: 'time' | 'date_time' | 'relative'; readonly fallback: string }
  | { readonly emoji: string };

export type Line = readonly Span[];

export type Button = {
  /** Handler name, e.g. `approve`. */
  readonly action: string;
  /** What it is about, e.g. `T-12`. */
  readonly subject: string;
  readonly value?: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  /** Asked before the press counts. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string };
};

/** A menu: picking an entry is a press of `action` with the entry's value. */
export type Menu = {
  readonly action: string;
  readonly subject: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly selected?: string;
};

export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

export type LinkButton = { readonly link: string; readonly label: string };

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  /** A paragraph, or several lines kept together. */
  | { readonly type: 'text'; readonly lines: readonly Line[] }
  /** Words of a person, shown as a quotation. */
  | { readonly type: 'quote'; readonly lines: readonly Line[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly type: 'facts'; readonly items: readonly { readonly label: string; readonly value: Line }[] }
  | { readonly type: 'context'; readonly line: Line }
  | { readonly type: 'divider' }
  | { readonly type: 'actions'; readonly items: readonly (Button | Menu | LinkButton)[] };

export type Card = {
  /** One plain line for notifications and for readers that cannot show blocks. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** Offered as a button when the adapter had to cut text: opens everything. Action and subject as in `Button`. */
  readonly more?: { readonly action: string; readonly subject: string };
};

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly optional?: true;
  readonly hint?: string;
} & (
  | { readonly kind: 'line' | 'paragraph'; readonly initial?: string; readonly placeholder?: string }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly initial?: string }
  | { readonly kind: 'person'; readonly initial?: string }
  | { readonly kind: 'moment'; readonly initial?: string }
);

/** A form (modal). `blocks` stand above the fields. Without `submit` it is for reading only. */
export type Form = {
  readonly form: string;
  readonly title: string;
  readonly submit?: string;
  readonly context: string;
  readonly blocks: readonly Block[];
  readonly fields: readonly Field[];
};

/** A person's home page in the app. */
export type Home = { readonly blocks: readonly Block[] };

/** Problems by field name; shown beside the fields. */
export type FieldProblems = Readonly<Record<string, string>>;
