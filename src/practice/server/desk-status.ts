import type { PracticeState } from '../control.ts';
import type { Changes } from './changes.ts';

type Desk = NonNullable<PracticeState['desk']>;

/** Whether the desk is there, as far as the workspace has seen; a change is told to whoever watches. */
export type DeskStatus = { current(): Desk | undefined; notice(desk: Desk): void };

export function createDeskStatus(changes: Changes): DeskStatus {
  let known: Desk | undefined;
  return {
    current: () => known,
    notice(desk) {
      if (known?.connected === desk.connected && known.detail === desk.detail) return;
      known = desk;
      changes.publish({ type: 'desk', ...desk });
    },
  };
}
