import type { Log } from '../../ports.ts';
import type { StorePort } from '../../store-port.ts';

type Listener = Parameters<StorePort['watch']>[0];
export type Piece = Parameters<Listener>[0];

/** Who wants to hear of changes. A listener's failure is its own: it is logged and undoes nothing. */
export function newsdesk(log: Log) {
  const listeners = new Set<Listener>();
  return {
    watch(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(piece: Piece): void {
      for (const listener of listeners) {
        queueMicrotask(() => {
          if (!listeners.has(listener)) return;
          try {
            // Each hears of a copy of its own, so that none can change the store's or another's.
            listener(structuredClone(piece));
          } catch (error) {
            log.error('store_listener_failed', { why: String(error) });
          }
        });
      }
    },
  };
}
