import { alwaysOpen } from '../domain/calendar/calendar.ts';
import { checkCalendarNames } from './calendar-names.ts';
import type { DeskFile } from './desk-file.ts';
import { checkCadence, checkPolicies } from './policy-checks.ts';
import type { LineProblem, Path, YamlReading } from './yaml-text.ts';

/** What no single key can show: names used twice, names of nothing, entries that can never take effect. */
export function crossChecks(
  file: DeskFile,
  { lineOf, wrong, raw }: Pick<YamlReading<DeskFile>, 'lineOf' | 'wrong' | 'raw'>,
): readonly LineProblem[] {
  const problems: LineProblem[] = [];
  // A section that is wrong itself stands at its defaults here; nothing is said about those.
  const report = (path: Path, problem: string) => problems.push({ line: lineOf(path), problem });

  const queueNames = new Set<string>();
  let catchAll: string | undefined;
  file.queues.forEach((queue, index) => {
    if (queueNames.has(queue.name))
      report(['queues', index, 'name'], `there are two queues named ${queue.name}`);
    queueNames.add(queue.name);
    if (Object.values(queue.when).some((condition) => condition !== undefined)) return;
    if (catchAll === undefined) catchAll = queue.name;
    else {
      report(
        ['queues', index, 'name'],
        `queues ${catchAll} and ${queue.name} both take everything; give one of them a when`,
      );
    }
  });

  if (!wrong.has('calendars')) {
    checkCalendarNames(raw, [alwaysOpen.name, ...Object.keys(file.calendars)], report);
  }
  checkPolicies(file.sla, report);
  checkCadence(file.cadence, report);

  if (wrong.has('channels')) return problems;
  if (file.channels.intake.includes(file.channels.triage)) {
    report(
      ['channels', 'triage'],
      "channels.triage is an intake channel too; requesters would see the team's drafts and notes",
    );
  }
  if (file.channels.incidents !== undefined && file.channels.intake.includes(file.channels.incidents)) {
    report(
      ['channels', 'incidents'],
      'channels.incidents is an intake channel too; requesters would see what is said of incidents',
    );
  }
  file.queues.forEach((queue, index) => {
    if (queue.channel !== undefined && file.channels.intake.includes(queue.channel)) {
      report(
        ['queues', index, 'channel'],
        `queue ${queue.name} has an intake channel as its channel; requesters would see drafts and notes`,
      );
    }
  });
  return problems;
}
