import type { TicketSummary } from '../../store-port.ts';

type Missed = NonNullable<TicketSummary['missed']>;

/**
 * Makes summaries that take little memory: one string per value that many tickets share, instead of one per ticket.
 * A hundred thousand closed tickets stay in memory like this.
 */
export function leanSummaries(): (summary: TicketSummary) => TicketSummary {
  const shared = new Map<string, string>();
  const share = (value: string): string => {
    const known = shared.get(value);
    if (known !== undefined) return known;
    shared.set(value, value);
    return value;
  };
  const sharedMissed = new Map<string, Missed>();
  const shareMissed = (missed: Missed): Missed => {
    const key = JSON.stringify(missed);
    const known = sharedMissed.get(key) ?? missed;
    sharedMissed.set(key, known);
    return known;
  };

  return ({
    category,
    severity,
    queue,
    requesterName,
    account,
    assignee,
    attention,
    edition,
    dueAt,
    dueTarget,
    riskAt,
    owed,
    missed,
    uncounted,
    closedAt,
    ...rest
  }) => {
    const { id, subject, status, requester, openedAt, changedAt, threads } = rest;
    return {
      id,
      subject,
      status,
      ...(category === undefined ? {} : { category }),
      ...(severity === undefined ? {} : { severity }),
      ...(queue === undefined ? {} : { queue: share(queue) }),
      requester: share(requester),
      ...(requesterName === undefined ? {} : { requesterName: share(requesterName) }),
      ...(account === undefined ? {} : { account: share(account) }),
      ...(assignee === undefined ? {} : { assignee: share(assignee) }),
      ...(attention === undefined ? {} : { attention }),
      openedAt,
      changedAt,
      ...(edition === undefined ? {} : { edition }),
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(dueTarget === undefined ? {} : { dueTarget }),
      ...(riskAt === undefined ? {} : { riskAt }),
      ...(owed === undefined ? {} : { owed }),
      ...(missed === undefined ? {} : { missed: shareMissed(missed) }),
      ...(uncounted === undefined ? {} : { uncounted: share(uncounted) }),
      ...(closedAt === undefined ? {} : { closedAt: closedAt === changedAt ? changedAt : closedAt }),
      threads: [...threads],
    };
  };
}
