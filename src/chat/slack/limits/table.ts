/**
 * What Slack accepts, in characters (UTF-16 units, as Slack counts) or entries. Sources: the Block Kit and view
 * reference of docs.slack.dev and the comments of @slack/types 3.2. The sum of a message's blocks is not documented;
 * Slack answers `msg_blocks_too_long` at about 13,200 characters (bolt-js discussion 2509).
 */
export const slackLimits = {
  messageBlocks: 50,
  viewBlocks: 100,
  viewBytes: 250_000,
  messageBlockText: 13_200,
  /** What our own cards stay under, so that a count slightly different from ours is never refused. */
  cardText: 12_000,
  /** What our own forms and home pages stay under: four bytes a character still fit `viewBytes`. */
  viewText: 50_000,
  messageText: 40_000,
  /** The line for notifications: longer ones are cut by phones anyway. */
  summary: 3_000,
  blockId: 255,
  actionId: 255,
  callbackId: 255,
  header: 150,
  sectionText: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  markdown: 12_000,
  contextElements: 10,
  contextText: 2_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  menuOptions: 100,
  overflowOptions: 5,
  choiceOptions: 10,
  optionText: 75,
  optionValue: 75,
  optionHint: 75,
  placeholder: 150,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputText: 3_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  altText: 2_000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  tableRows: 100,
  tableColumns: 20,
  /** Of a channel; method page of conversations.setTopic. */
  topic: 250,
  /** Markdown of a canvas; method page of conversations.canvases.create. */
  canvas: 1_048_576,
} as const;

/** `1,234`: numbers as people read them. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
