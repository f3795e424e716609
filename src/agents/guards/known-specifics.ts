import { citedText, type Guard } from './guard.ts';

/** Numbers, versions, addresses, codes and commands stand in a cited source or in the conversation. */
export const knownSpecifics: Guard = {
  name: 'specifics',
  check: (guarded) => {
    const known = normal(`${citedText(guarded)}\n${guarded.conversation}\n${givenUrls(guarded.facts)}`);
    return guarded.everything.flatMap((text) => {
      const unknown = specificsIn(text).filter((each) => !stands(normal(each), known));
      if (unknown.length === 0) return [];
      return [
        {
          effect: 'blocks',
          reason: `No source says ${unknown.map((each) => `“${each}”`).join(', ')}.`,
          text,
        },
      ] as const;
    });
  },
};

function specificsIn(text: string): readonly string[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[0].replace(/[.,;:!?)]+$/, '')),
  );
}

const patterns: readonly RegExp[] = [
  /\bhttps?:\/\/[^\s<>"']+/gi,
  /`[^`\n]+`/g,
  /(?<![\p{L}\p{N}_./-])v?\d+(?:[.,:]\d+)*%?(?![\p{L}\p{N}_]|[.,]\d)/gu,
  // `4,56E+12`, `3.2x`: the number and what hangs on it are one.
  /(?<![\p{L}\p{N}_./-])\d+(?:[.,]\d+)+\p{L}+(?:[+-]?\d+)?(?![\p{L}\p{N}_])/gu,
  /\b\p{L}+(?:[_-]\p{L}*)*[_-]?\d[\p{L}\p{N}_-]*\b/gu,
  /\b[A-Za-z]+(?:_[A-Za-z0-9]+)+\b/g,
  /(?<=\s)--[a-z][\w-]+/g,
];

function normal(text: string): string {
  return text.toLowerCase().replaceAll('`', '').replaceAll(/\s+/g, ' ');
}

/** A number inside a longer number or word is another number. */
function stands(specific: string, known: string): boolean {
  const wanted = specific.trim();
  for (let at = known.indexOf(wanted); at >= 0; at = known.indexOf(wanted, at + 1)) {
    const before = known.slice(Math.max(0, at - 2), at);
    const after = known.slice(at + wanted.length, at + wanted.length + 2);
    if (!/[\p{L}\p{N}_]$|\d[.,]$/u.test(before) && !/^[\p{L}\p{N}_]|^[.,]\d/u.test(after)) return true;
  }
  return false;
}

function givenUrls(facts: Parameters<Guard['check']>[0]['facts']): string {
  return facts.passages.map(({ url }) => url ?? '').join('\n');
}
