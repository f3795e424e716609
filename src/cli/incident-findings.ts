import type { Config } from '../config.ts';
import type { Finding } from './finding.ts';

/** Whether somebody can lead an incident and write to its customers. */
export function incidentFindings({ mode, people, channels }: Config): readonly Finding[] {
  const { commanders, liaisons, managers, agents } = people;
  if (mode === 'practice' || agents.length + managers.length === 0) return [];
  const findings: Finding[] = [];
  const warn = (what: string, effect: string, repair: string) =>
    findings.push({ level: 'warning', what, effect, repair });
  if (commanders.length === 0) {
    warn(
      'Nobody is named under people.commanders',
      'The managers are asked to lead an incident.',
      'Name them in the order in which they are asked, for example commanders: [grace@example.com]',
    );
  }
  if (liaisons.length === 0) {
    warn(
      'Nobody is named under people.liaisons',
      'Any agent may be asked to write to the customers of an incident.',
      'Name who writes to customers, for example liaisons: [sofie@example.com]',
    );
  }
  const all = new Set([...commanders, ...liaisons]);
  if (commanders.length > 0 && liaisons.length > 0 && all.size === 1) {
    warn(
      'The only commander is the only liaison',
      'One person would lead an incident and write to its customers at the same time.',
      'Name a second person under people.commanders or people.liaisons.',
    );
  }
  if (channels.incidents === undefined) {
    warn(
      'channels.incidents is not set',
      'Incidents are announced in the triage channel, between the tickets.',
      'Make a channel for them and name it: incidents: "#incidents"',
    );
  }
  return findings;
}
