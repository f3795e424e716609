import type { Desk } from '../../src/desk.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Command } from '../table.ts';

/** What follows `/ticket war-room <word>`, for the incident it is about; `rest` is what stands behind the word. */
export type WarRoomCommand = (
  desk: Desk,
  event: Command,
  ask: { readonly incident: Incident; readonly rest: string },
) => Promise<void>;
