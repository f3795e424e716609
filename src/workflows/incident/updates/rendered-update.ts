import { incidentUpdateText } from '../../../cards/requester/incident-update-text.ts';
import type { Desk } from '../../../desk.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { cadenceMs } from '../../../domain/incident/lifecycle.ts';
import type { IncidentUpdate } from '../../../domain/incident/updates/incident-update.ts';
import { lastTold } from '../../../domain/incident/updates/update-draft.ts';
import { lintIncidentUpdate } from '../../../domain/incident/updates/update-lint.ts';
import { promisedFrom } from '../../../domain/incident/updates/update-timing.ts';
import { leadRoles } from '../../../domain/incident/words.ts';
import { type Instant, laterBy } from '../../../domain/time.ts';
import type { ForeignNames } from '../../../domain/update/lint-facts.ts';
import type { Finding } from '../../../domain/update/lint-update.ts';
import { namesInside } from '../../prepare-update.ts';
import { readerOf, ticketToTell } from './update-readers.ts';

/** An update as it reads on one ticket. */
export type RenderedUpdate = {
  readonly ticket: string;
  readonly text: string;
  readonly findings: readonly Finding[];
};

/** Something that stands against sending it, and on which tickets. */
export type UpdateFinding = Finding & { readonly tickets: readonly string[] };

/** The update as it would go out now, the next one promised from now. */
export function asOfNow(desk: Desk, incident: Incident, update: IncidentUpdate): IncidentUpdate {
  const promises =
    update.promises === undefined
      ? undefined
      : promisedFrom(incident, desk.settings.incidents.cadence, desk.clock.now());
  const { promises: _old, ...rest } = update;
  return { ...rest, ...(promises === undefined ? {} : { promises }) };
}

/** As the first customer reads it; undefined where nobody does. */
export async function firstReading(
  desk: Desk,
  incident: Incident,
  update: IncidentUpdate,
): Promise<string | undefined> {
  const [first] = incident.tickets;
  if (!first) return undefined;
  const known = await ticketToTell(desk, first.ticket);
  const now = update.approved?.at ?? desk.clock.now();
  return incidentUpdateText(incident, update, await readerOf(desk, { id: first.ticket, known }, now));
}

/** How an update reads for every customer, each text measured against what that customer may know. */
export async function renderedUpdate(
  desk: Desk,
  incident: Incident,
  update: IncidentUpdate,
): Promise<readonly RenderedUpdate[]> {
  const now = update.approved?.at ?? desk.clock.now();
  const names = await namesInside(desk, contactsOf(incident));
  const last = lastTold(incident);
  return Promise.all(
    incident.tickets.map(async (attached) => {
      const known = await ticketToTell(desk, attached.ticket);
      const reader = await readerOf(desk, { id: attached.ticket, known }, now);
      const text = incidentUpdateText(incident, update, reader);
      const own = attached.accountName ?? known?.account?.name;
      const facts = {
        now,
        zone: reader.zone,
        latest: latestNext(desk, incident, now),
        tickets: [reader.ticket],
        otherAccounts: otherAccounts(incident, names, own),
        colleagues: names.colleagues.filter((name) => name !== update.fields.contact),
        last: last && incidentUpdateText(incident, last, reader),
      };
      const findings = lintIncidentUpdate(incident, update, { text, facts });
      return { ticket: attached.ticket, text, findings };
    }),
  );
}

/** The same finding on several tickets is one, with all of them. */
export function findingsOf(rendered: readonly RenderedUpdate[]): readonly UpdateFinding[] {
  const found = new Map<string, UpdateFinding>();
  for (const { ticket, findings } of rendered) {
    for (const finding of findings) {
      const key = `${finding.rule}:${finding.text}`;
      const known = found.get(key);
      found.set(key, { ...finding, tickets: [...new Set([...(known?.tickets ?? []), ticket])] });
    }
  }
  return [...found.values()].sort((one, other) => rank(one) - rank(other));
}

const rank = ({ effect }: Finding) => (effect === 'blocks' ? 0 : 1);

/** By the cadence; after the end none is owed. */
function latestNext(desk: Desk, incident: Incident, now: Instant): Instant | undefined {
  const { cadence } = desk.settings.incidents;
  return promisedFrom(incident, cadence, now) === undefined
    ? undefined
    : laterBy(now, cadenceMs(cadence, incident.customerStatus));
}

/** Those who speak with customers; anybody else’s name stays inside. */
function contactsOf(incident: Incident): readonly string[] {
  return leadRoles
    .filter((role) => role === 'liaison' || role === 'backup_liaison')
    .flatMap((role) => holderOf(incident, role) ?? []);
}

/** Every account but the reader’s own: of the directory, and of the other tickets. */
function otherAccounts(incident: Incident, names: ForeignNames, own: string | undefined): readonly string[] {
  const attached = incident.tickets.flatMap(({ accountName }) => accountName ?? []);
  return [...new Set([...names.otherAccounts, ...attached])].filter(
    (name) => name.toLowerCase() !== own?.toLowerCase(),
  );
}
