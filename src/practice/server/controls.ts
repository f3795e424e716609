import type { Block } from './message.ts';

/** A control of a message or view: a button, menu, input… and the block it sits in. */
export type Control = { readonly blockId: string; readonly block: Block; readonly element: Block };

/** Gives every block the id Slack would give it, so that each control can be named. */
export function withBlockIds(blocks: readonly Block[], nextId: () => string): Block[] {
  return blocks.map((block) =>
    typeof block.block_id === 'string' ? block : { ...block, block_id: nextId() },
  );
}

/** Every element with an `action_id`, wherever it is nested. */
export function controlsOf(blocks: readonly Block[]): Control[] {
  return blocks.flatMap((block) =>
    elementsIn(block).map((element) => ({ blockId: String(block.block_id), block, element })),
  );
}

/** State values of all inputs as they are before anybody touches them. */
export function initialValues(blocks: readonly Block[]): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const { blockId, element } of controlsOf(blocks)) {
    const field = stateFields[String(element.type)];
    if (!field) continue;
    const initial = element[field.initial] ?? (field.many ? [] : null);
    values[blockId] = {
      ...values[blockId],
      [String(element.action_id)]: { type: element.type, [field.state]: initial },
    };
  }
  return values;
}

/** What the person chose, in the fields Slack has for this type of element. */
export function chosenFields(element: Block, value: string | readonly string[] | undefined): Block {
  const type = String(element.type);
  const field = stateFields[type];
  if (!field && type !== 'overflow') {
    // A button has its own value; feedback buttons are two in one, so the person's choice says which.
    const pressed = element.value ?? value;
    return pressed === undefined ? {} : { value: pressed };
  }
  const chosen = (typeof value === 'string' ? [value] : (value ?? [])).map((one) => chosenOne(element, one));
  if (type === 'overflow') return { selected_option: chosen[0] ?? null };
  return field ? { [field.state]: field.many ? chosen : (chosen[0] ?? null) } : {};
}

/** True when a value of `view.state.values` says nothing. */
export function isEmptyValue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => {
    if (name === 'type') return true;
    return part === null || part === undefined || part === '' || (Array.isArray(part) && part.length === 0);
  });
}

type StateField = { readonly state: string; readonly initial: string; readonly many?: true };

const stateFields: Readonly<Record<string, StateField>> = {
  plain_text_input: { state: 'value', initial: 'initial_value' },
  number_input: { state: 'value', initial: 'initial_value' },
  email_text_input: { state: 'value', initial: 'initial_value' },
  url_text_input: { state: 'value', initial: 'initial_value' },
  rich_text_input: { state: 'rich_text_value', initial: 'initial_value' },
  static_select: { state: 'selected_option', initial: 'initial_option' },
  external_select: { state: 'selected_option', initial: 'initial_option' },
  radio_buttons: { state: 'selected_option', initial: 'initial_option' },
  multi_static_select: { state: 'selected_options', initial: 'initial_options', many: true },
  multi_external_select: { state: 'selected_options', initial: 'initial_options', many: true },
  checkboxes: { state: 'selected_options', initial: 'initial_options', many: true },
  users_select: { state: 'selected_user', initial: 'initial_user' },
  multi_users_select: { state: 'selected_users', initial: 'initial_users', many: true },
  channels_select: { state: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { state: 'selected_channels', initial: 'initial_channels', many: true },
  conversations_select: { state: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: {
    state: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
  datepicker: { state: 'selected_date', initial: 'initial_date' },
  timepicker: { state: 'selected_time', initial: 'initial_time' },
  datetimepicker: { state: 'selected_date_time', initial: 'initial_date_time' },
  file_input: { state: 'files', initial: 'initial_files', many: true },
};

function elementsIn(node: unknown): Block[] {
  if (Array.isArray(node)) return node.flatMap(elementsIn);
  if (!isBlock(node)) return [];
  const inside = Object.values(node).flatMap(elementsIn);
  return typeof node.action_id === 'string' ? [node, ...inside] : inside;
}

function chosenOne(element: Block, value: string): unknown {
  const type = String(element.type);
  if (type === 'datetimepicker') return Number(value);
  if (!stateFields[type]?.state.startsWith('selected_option') && type !== 'overflow') return value;
  return optionsOf(element).find((option) => option.value === value) ?? plainOption(value);
}

function optionsOf(element: Block): Block[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isBlock) : [];
  const lists = [element.options, ...groups.map((group) => group.options)];
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isBlock) : []));
}

function plainOption(value: string): Block {
  return { text: { type: 'plain_text', text: value, emoji: true }, value };
}

export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
