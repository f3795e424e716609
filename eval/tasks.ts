import type { Task } from './task.ts';

/** Everything that is measured, in the order it is shown. */
export const tasks: readonly Task[] = [];
