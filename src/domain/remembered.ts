/**
 * The same function, which remembers its latest answers: for pure functions of a text that are slow and are asked about
 * the same texts again and again. What was asked longest ago is forgotten first.
 */
export function remembered<T>(answer: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = answer(text);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(text, now);
    return now;
  };
}
