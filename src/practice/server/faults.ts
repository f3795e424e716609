import type { PracticeFault } from '../control.ts';

/** What shall go wrong. Faults are taken in the order added; one without `times` happens once. */
export type Faults = {
  add(faults: readonly PracticeFault[]): void;
  clear(): void;
  take(method: string, channel: string | undefined): PracticeFault | undefined;
};

export function createFaults(): Faults {
  let planned: { fault: PracticeFault; left: number }[] = [];
  return {
    add(faults) {
      for (const fault of faults) planned.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      planned = [];
    },
    take(method, channel) {
      if (planned.length === 0) return undefined;
      const found = planned.find(({ fault }) => matches(fault, method, channel));
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) planned = planned.filter((entry) => entry !== found);
      return found.fault;
    },
  };
}

function matches(fault: PracticeFault, method: string, channel: string | undefined): boolean {
  // `*` means every Web API call; deliveries are asked for by name.
  const sameMethod = fault.method === method || (fault.method === '*' && method !== 'deliver');
  return sameMethod && (fault.channel === undefined || fault.channel === channel);
}
