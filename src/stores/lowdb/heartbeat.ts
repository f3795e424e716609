import { z } from 'zod';
import { Instant } from '../../domain/time.ts';
import type { Log } from '../../ports.ts';
import { codeOf, type Files } from './files.ts';
import { parseJson } from './read-json.ts';

const Alive = z.strictObject({ alive: Instant });

/** The sign of life of one run for the next. */
export type Heartbeat = {
  /** When an earlier run was last there. */
  readonly lastAlive: Instant | undefined;
  /** Remembers that the desk is there. One that fails is only logged: it must never stop the desk. */
  beat(at: Instant): Promise<void>;
  close(): Promise<void>;
};

/**
 * One small file, written over again and again and not made safe from a power cut: the worst that can come of it is
 * that a gap is not spoken of.
 */
export async function openHeartbeat(files: Files, path: string, log: Pick<Log, 'warn'>): Promise<Heartbeat> {
  const lastAlive = await readHeartbeat(files, path, log);
  let last: Promise<void> = Promise.resolve();
  const write = async (at: Instant) => {
    try {
      const file = await files.open(path, 'fresh');
      try {
        await file.write(Buffer.from(`${JSON.stringify({ alive: at })}\n`), 0);
      } finally {
        await file.close();
      }
    } catch (error) {
      log.warn('heartbeat_not_written', { code: codeOf(error) ?? 'unknown' });
    }
  };
  return {
    lastAlive,
    beat(at) {
      last = last.then(() => write(at));
      return last;
    },
    close: () => last,
  };
}

async function readHeartbeat(
  files: Files,
  path: string,
  log: Pick<Log, 'warn'>,
): Promise<Instant | undefined> {
  try {
    const text = new TextDecoder().decode(await files.read(path));
    return Alive.parse(parseJson(path, text)).alive;
  } catch (error) {
    // Cut off in the middle of a write, or not there yet: then nothing is known, which is no reason not to start.
    if (codeOf(error) !== 'ENOENT') log.warn('heartbeat_not_read', { path });
    return undefined;
  }
}
