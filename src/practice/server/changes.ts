import type { PracticeChange } from '../control.ts';

type WithoutRevision<T> = T extends unknown ? Omit<T, 'revision'> : never;
export type ChangeBody = WithoutRevision<PracticeChange>;

/** Everything that changed in the workspace, numbered, for whoever watches. */
export type Changes = {
  revision(): number;
  publish(change: ChangeBody): void;
  /** Changes after a revision, or undefined when they are no longer kept. */
  after(revision: number): PracticeChange[] | undefined;
  /** Answers the function that ends the subscription. */
  subscribe(listener: (change: PracticeChange) => void): () => void;
};

const kept = 2_000;

export function createChanges(): Changes {
  let revision = 0;
  let recent: PracticeChange[] = [];
  const listeners = new Set<(change: PracticeChange) => void>();
  return {
    revision: () => revision,
    publish(body) {
      revision += 1;
      const change: PracticeChange = { ...body, revision };
      recent.push(change);
      if (recent.length > kept * 2) recent = recent.slice(-kept);
      for (const listener of listeners) listener(change);
    },
    after(from) {
      const first = recent[0]?.revision ?? revision + 1;
      if (from > revision || from < first - 1) return undefined;
      return recent.filter((change) => change.revision > from);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
