import { Invalid } from '../domain/errors.ts';

/** Several byte arrays in one: how many, how long each, then the parts, each at a multiple of four bytes. */
export function packParts(parts: readonly Uint8Array[]): Uint8Array {
  const head = 4 * (1 + parts.length);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), head));
  const view = new DataView(whole.buffer);
  view.setUint32(0, parts.length, true);
  let at = head;
  parts.forEach((part, number) => {
    view.setUint32(4 * (number + 1), part.length, true);
    whole.set(part, at);
    at += padded(part.length);
  });
  return whole;
}

/** The parts again, not copied. Throws `Invalid` when the lengths do not fit. */
export function unpackParts(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < 4 ? 0 : view.getUint32(0, true);
  if (count === 0 || 4 * (1 + count) > bytes.length) throw new Invalid('the bytes are cut off');
  const parts: Uint8Array[] = [];
  let at = 4 * (1 + count);
  for (let number = 1; number <= count; number += 1) {
    const length = view.getUint32(4 * number, true);
    parts.push(bytes.subarray(at, at + length));
    at += padded(length);
  }
  if (at !== bytes.length) throw new Invalid('the bytes are cut off');
  return parts;
}

const padded = (length: number) => Math.ceil(length / 4) * 4;

export function textToBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Throws `Invalid` when the bytes are no JSON. */
export function jsonFrom(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new Invalid('the bytes hold no JSON', { cause });
  }
}

export function numbersToBytes(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Copied, so that the bytes may lie anywhere; `slice` of a Node buffer would not copy. */
export function numbersFrom(bytes: Uint8Array = new Uint8Array(0)): Uint32Array {
  if (bytes.length % 4 !== 0) throw new Invalid('the bytes are cut off');
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

/** A number of 32 bits that changes with every byte (FNV-1a over words of four bytes; the length is a multiple of four). */
export function checksumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const word of numbersFrom(bytes)) sum = Math.imul(sum ^ word, 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}
