/** What ends the desk: Ctrl+C, a service manager, a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the process when it is asked to: at once while it starts, through `stop` once it is ready. Asking again changes
 * nothing, because one key press can reach the process twice: from the terminal and from npm.
 */
export function endWhenAsked(): { ready(stop: () => Promise<void>): void } {
  let stop: (() => Promise<void>) | undefined;
  let isEnding = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stop === undefined) process.exit();
      if (isEnding) return;
      isEnding = true;
      stop().then(
        () => process.exit(),
        () => process.exit(1),
      );
    });
  }
  return {
    ready(how) {
      stop = how;
    },
  };
}
