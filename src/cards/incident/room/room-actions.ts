import { isUpdateOwed } from '../../../domain/incident/cadence/ladder.ts';
import { holderOf, type Incident } from '../../../domain/incident/incident.ts';
import { isNeeded } from '../../../domain/incident/roles/candidates.ts';
import { customerStatuses, isUnderWay, type LeadRole, leadRoles } from '../../../domain/incident/words.ts';
import { severities } from '../../../domain/words.ts';
import type { Block, Button, Menu, Option } from '../../card.ts';
import { severityWords } from '../../wording.ts';
import { customerStatusWords, roleWords } from '../incident-words.ts';
import { capital } from '../roles/role-items.ts';

/** What can be done in the room as it stands now. */
export function roomActions(incident: Incident): readonly Block[] {
  const button = (action: string, label: string, value?: string): Button => ({
    action,
    subject: incident.id,
    label,
    ...(value === undefined ? {} : { value }),
  });
  const timeline = button('incident_timeline', 'Timeline');
  if (!isUnderWay(incident.lifecycle)) return [row([...afterwards(incident, button), timeline])];
  const free = leadRoles.filter((role) => isNeeded(role) && isFree(incident, role));
  return [
    ...(free.length === 0
      ? []
      : [row(free.map((role) => button('role_take', `I am ${roleWords[role]}`, role)))]),
    row([
      { ...button('incident_draft', 'Update customers'), style: 'primary' },
      button('incident_internal', 'Tell the team'),
      button('incident_resolve', 'Resolve'),
      timeline,
    ]),
    row([statusMenu(incident), severityMenu(incident), moreMenu(incident)]),
  ];
}

/** Nobody has it, or somebody only until another one comes. */
function isFree(incident: Incident, role: LeadRole): boolean {
  const { acting, relief } = incident.roles[role];
  return holderOf(incident, role) === undefined || acting === true || relief === true;
}

function afterwards(
  incident: Incident,
  button: (action: string, label: string) => Button,
): readonly Button[] {
  const { lifecycle } = incident;
  if (lifecycle !== 'resolved' && lifecycle !== 'in_review') return [];
  const final: readonly Button[] =
    lifecycle === 'resolved' || isUpdateOwed(incident)
      ? [{ ...button('incident_draft', 'Final update'), style: 'primary' }]
      : [];
  return [...final, button('incident_reopen', 'It is back')];
}

function row(items: readonly (Button | Menu)[]): Block {
  return { type: 'actions', items };
}

function statusMenu({ id, customerStatus }: Incident): Menu {
  return {
    action: 'incident_status',
    subject: id,
    label: 'What customers are told',
    options: customerStatuses
      .filter((status) => status !== 'resolved')
      .map((value) => ({ value, label: capital(customerStatusWords[value]) })),
    selected: customerStatus,
  };
}

function severityMenu({ id, severity }: Incident): Menu {
  return {
    action: 'incident_severity',
    subject: id,
    label: 'Severity',
    options: severities.map((value) => ({ value, label: severityWords[value] })),
    selected: severity,
  };
}

function moreMenu(incident: Incident): Menu {
  return { action: 'incident_more', subject: incident.id, label: 'More', options: moreOptions(incident) };
}

/** Everything else that can be done while it is under way. */
function moreOptions({ roles }: Incident): readonly Option[] {
  return [
    { value: 'impact', label: 'What is broken, for whom…' },
    { value: 'note', label: 'Note for the log…' },
    { value: 'task', label: 'Add a task…' },
    { value: 'attach', label: 'Attach a ticket…' },
    { value: 'detach', label: 'Take a ticket out…' },
    ...(roles.commander.state === 'open' ? [] : [{ value: 'handover', label: 'Hand over a role…' }]),
    { value: 'specialist', label: 'Call somebody in…' },
    { value: 'snooze', label: 'Put the reminder off…' },
    { value: 'merge', label: 'Merge into another…' },
    { value: 'cancel', label: 'Call it off…' },
  ];
}
