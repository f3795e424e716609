const prefix = 'field:';

/** The one interactive element of a field's block. */
export const fieldAction = 'value';

/** Block id of a form's field. */
export function fieldBlockId(name: string): string {
  return `${prefix}${name}`;
}

/** The field's name; undefined when the block is not a field. */
export function fieldOf(blockId: string): string | undefined {
  return blockId.startsWith(prefix) ? blockId.slice(prefix.length) : undefined;
}
