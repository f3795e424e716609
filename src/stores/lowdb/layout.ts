import { join } from 'node:path';
import { Invalid } from '../../domain/errors.ts';
import type { AggregateKind } from '../../store-port.ts';
import type { CaseFile } from './case-file.ts';
import { incidentFolder, isSingle } from './case-kinds.ts';

/** Where things are in the data folder. */
export type Layout = {
  readonly root: string;
  readonly open: string;
  readonly closed: string;
  readonly incidents: string;
  readonly desk: string;
  readonly inbox: string;
  readonly heartbeat: string;
  month(month: string): string;
  caseFile(kind: AggregateKind, id: string, month: string | undefined): string;
};

export function layout(root: string): Layout {
  const open = join(root, 'tickets', 'open');
  const closed = join(root, 'tickets', 'closed');
  const incidents = join(root, incidentFolder);
  const desk = join(root, 'desk');
  return {
    root,
    open,
    closed,
    incidents,
    desk,
    inbox: join(root, 'inbox'),
    heartbeat: join(root, 'alive.json'),
    month: (month) => join(closed, month),
    caseFile(kind, id, month) {
      if (!fileSafe.test(id)) throw new Invalid(`"${id}" cannot be the id of a ${kind}.`);
      if (isSingle(kind)) return join(desk, `${kind}.json`);
      if (kind === 'incident') return join(incidents, `${id}.json`);
      return join(month === undefined ? open : join(closed, month), `${id}.json`);
    },
  };
}

const fileSafe = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const caseName = /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})\.json$/;
export const monthName = /^\d{4}-\d\d$/;

/** The id of a ticket or incident in a file name; undefined for anything else that lies around. */
export function idInName(name: string): string | undefined {
  return caseName.exec(name)?.[1];
}

/**
 * The month folder a case belongs in, e.g. `2026-11`; undefined for the open folder. A closed ticket that still has
 * something due or to be said stays with the open ones, because only those are read at start.
 */
export function monthOf({ kind, summary, timers, outbox, events }: CaseFile): string | undefined {
  if (kind !== 'ticket' || summary?.status !== 'closed') return undefined;
  if (timers.length > 0 || outbox.length > 0) return undefined;
  return (summary.closedAt ?? events.at(-1)?.at ?? summary.changedAt).slice(0, 7);
}
