import type { Ports } from '../../src/ports.ts';

/** The process is gone. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** When the process dies: at the n-th thing it does to the world, before or after it took effect. */
export type Death = { readonly at: number; readonly moment: 'before' | 'after' };

const effects: Readonly<Record<string, readonly string[]>> = {
  store: ['commit', 'settle', 'receive'],
  chat: ['post', 'update'],
  rooms: ['create', 'invite', 'topic', 'pin', 'bookmark', 'page', 'upload', 'archive', 'unarchive'],
};

/** Ports of a process that dies as planned; from then on nothing it does reaches the world. */
export function mortal(ports: Ports, death?: Death) {
  let count = 0;
  let isDead = false;
  let counting = false;
  const steps: string[] = [];
  const through = <T extends object>(name: string, port: T): T =>
    new Proxy(port, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value !== 'function' || typeof key !== 'string' || ended.has(key)) return value;
        const isEffect = effects[name]?.includes(key) ?? false;
        return (...given: unknown[]): unknown => {
          if (isDead) throw new Killed();
          if (!isEffect || !counting) return Reflect.apply(value, target, given);
          count += 1;
          const mine = count;
          steps.push(`${name}.${key}`);
          return (async () => {
            if (mine === death?.at && death.moment === 'before') isDead = true;
            if (isDead) throw new Killed();
            const result: unknown = await Reflect.apply(value, target, given);
            if (mine === death?.at) isDead = true;
            if (isDead) throw new Killed();
            return result;
          })();
        };
      },
    });
  return {
    ports: {
      ...ports,
      store: through('store', ports.store),
      chat: through('chat', ports.chat),
      rooms: through('rooms', ports.rooms),
    },
    /** What was done to the world so far. */
    steps,
    isDead: () => isDead,
    /** From now on what is done counts. */
    count() {
      counting = true;
    },
  };
}

/** What ends a process works in a dead one too. */
const ended = new Set(['stop', 'close', 'watch', 'health', 'alive', 'then']);
