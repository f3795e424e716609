/** An incident's id as people write it (`INC-7`, `inc7`, `inc 7`), in the desk's own spelling. */
export function incidentIdIn(words: string): string | undefined {
  const digits = /^inc\s*-?\s*0*([1-9]\d{0,9})$/i.exec(words.trim())?.[1];
  return digits === undefined ? undefined : `INC-${digits}`;
}
