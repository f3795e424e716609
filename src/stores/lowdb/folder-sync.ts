import type { Files } from './files.ts';

export type FolderSync = (folder: string) => Promise<void>;

/**
 * Many writes to one folder share its fsync: a call waits for the first one that begins after it, and only those who
 * waited for it hear of its failure.
 */
export function folderSync(files: Files): FolderSync {
  const running = new Map<string, { readonly now: Promise<void>; next?: Promise<void> }>();

  const start = (folder: string): Promise<void> => {
    const now = files.syncFolder(folder);
    const entry = { now };
    running.set(folder, entry);
    const ended = () => {
      if (running.get(folder) === entry) running.delete(folder);
    };
    now.then(ended, ended);
    return now;
  };

  return (folder) => {
    const current = running.get(folder);
    if (current === undefined) return start(folder);
    current.next ??= current.now.then(
      () => start(folder),
      () => start(folder),
    );
    return current.next;
  };
}
