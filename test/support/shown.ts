import type { PracticeMessage } from '../../src/practice/control.ts';

export type Shape = Readonly<Record<string, unknown>>;

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object anywhere in the blocks, outer before inner, in reading order. */
export function shapesIn(node: unknown): Shape[] {
  if (Array.isArray(node)) return node.flatMap(shapesIn);
  if (!isShape(node)) return [];
  return [node, ...Object.values(node).flatMap(shapesIn)];
}

/** What a person reads in a message or form: the words of its blocks, or its text when it has none. */
export function words(shown: Pick<PracticeMessage, 'text' | 'blocks'> | Shape): string {
  const blocks = 'blocks' in shown ? shown.blocks : undefined;
  if (blocks === undefined) return String('text' in shown ? shown.text : '');
  return (Array.isArray(blocks) ? blocks : []).map(blockWords).join('\n');
}

function blockWords(block: unknown): string {
  return shapesIn(block)
    .flatMap((shape) => {
      if (typeof shape.text === 'string') return [shape.text];
      if (shape.type === 'link') return [String(shape.url)];
      if (shape.type === 'date') return [String(shape.fallback ?? '')];
      if (typeof shape.initial_value === 'string') return [shape.initial_value];
      return shape.type === 'channel' ? [`#${shape.channel_id}`] : [];
    })
    .join('');
}

export type Control = { readonly blockId: string; readonly element: Shape };

/** Every button, menu and input, with the block it stands in. */
export function controlsIn(blocks: unknown): Control[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isShape).flatMap((block) =>
    shapesIn(block)
      .filter((shape) => typeof shape.action_id === 'string')
      .map((element) => ({ blockId: String(block.block_id), element })),
  );
}

function textOf(value: unknown): string {
  return isShape(value) ? String(value.text) : '';
}

/** What stands on a button, or in an unused menu. */
export function labelOf(control: Control): string {
  return textOf(control.element.text ?? control.element.placeholder);
}

export function buttonsOf(message: Pick<PracticeMessage, 'blocks'>): string[] {
  return controlsIn(message.blocks ?? [])
    .filter(({ element }) => element.type === 'button')
    .map(labelOf);
}

export type MenuOption = { readonly label: string; readonly value: string };

export function optionsOf(control: Control): MenuOption[] {
  const options = Array.isArray(control.element.options) ? control.element.options : [];
  return options
    .filter(isShape)
    .map((option) => ({ label: textOf(option.text), value: String(option.value) }));
}

/** The inputs of a form by their label. */
export function fieldsOf(view: Shape): Map<string, Control> {
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isShape) : [];
  return new Map(
    blocks
      .filter((block) => block.type === 'input' && isShape(block.element))
      .map((block) => [
        textOf(block.label),
        { blockId: String(block.block_id), element: block.element as Shape },
      ]),
  );
}
