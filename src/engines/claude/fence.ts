/** Marks texts from people as data. Its name is new for each call, so that no text can end the block it stands in. */
export type Fence = {
  /** One block. `about` says what it is, in words of ours; `id` is what an answer may cite it by. */
  block(about: string, text: string, id?: string): string;
  readonly name: string;
};

/** `code` must be one that nobody can guess. */
export function createFence(code: string): Fence {
  const name = `data-${code}`;
  // In signs the name does not have: what is left on both sides cannot close up to it again.
  const inert = (text: string) => text.replaceAll(name, '[…]');
  return {
    name,
    block(about, text, id) {
      const cited = id === undefined ? '' : ` id="${attribute(id)}"`;
      return `<${name} about="${attribute(about)}"${cited}>\n${inert(text)}\n</${name}>`;
    },
  };
}

/** Ids come from file names and ticket numbers; what would end the tag is left out all the same. */
function attribute(text: string): string {
  return text.replaceAll(/["<>\n\r]/g, ' ');
}

/** At most so many characters: the beginning and the end are kept, and that something is missing is said. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.ceil((most * 2) / 3);
  return `${text.slice(0, head)}\n[… left out …]\n${text.slice(text.length - (most - head))}`;
}

/** As many texts from the front as fit into so many characters together; the last may be clipped. */
export function fitting<T extends { readonly text: string }>(
  texts: readonly T[],
  most: number,
): readonly T[] {
  const fit: T[] = [];
  let left = most;
  for (const each of texts) {
    // A rest that short says nothing.
    if (left < 200 && fit.length > 0) break;
    const text = clip(each.text, left);
    fit.push({ ...each, text });
    left -= text.length;
  }
  return fit;
}
