/** What a response_url answers to: who acted, where, and (for a button) on which message. */
export type ResponseTarget = {
  person: string;
  channel: string;
  ts: string | undefined;
  threadTs: string | undefined;
};

/** Addresses the desk may answer an interaction at: five times within thirty minutes. */
export type ResponseUrls = {
  issue(target: ResponseTarget): string;
  use(path: string): ResponseTarget | 'used_url' | 'expired_url';
};

const livesMs = 30 * 60_000;
const uses = 5;
const kept = 10_000;

/** Paths start with `/response/`. */
export function createResponseUrls(now: () => number, secret: () => string): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; at: number; left: number }>();
  return {
    issue(target) {
      const path = `/response/${secret()}`;
      issued.set(path, { target, at: now(), left: uses });
      const oldest = issued.keys().next().value;
      if (issued.size > kept && oldest !== undefined) issued.delete(oldest);
      return path;
    },
    use(path) {
      const found = issued.get(path);
      if (!found || now() - found.at > livesMs) return 'expired_url';
      if (found.left <= 0) return 'used_url';
      found.left -= 1;
      return found.target;
    },
  };
}
