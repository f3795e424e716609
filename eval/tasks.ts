import type { Task } from './task.ts';
import { practice } from './tasks/practice.ts';

/** Everything that is measured, in the order it is shown. */
export const tasks: readonly Task[] = [practice];
