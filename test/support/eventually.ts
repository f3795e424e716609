const everyMs = 3;

/**
 * Waits until the look answers something other than undefined, null or false, and gives that back. Fails with `what`
 * and the last error after the time is over.
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  what: string | (() => string),
  withinMs = 12_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + withinMs;
  let trouble: unknown;
  for (;;) {
    try {
      const seen = await look();
      trouble = undefined;
      if (seen !== undefined && seen !== null && seen !== false) {
        return seen as Exclude<T, undefined | null | false>;
      }
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > end) {
      const wanted = typeof what === 'string' ? what : what();
      throw new Error(`It never came to: ${wanted}`, { cause: trouble });
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
