import type { DeskSettings } from '../../domain/desk-settings.ts';
import type { PromisesView, Reapply } from '../../domain/sla/policies.ts';
import type { TeamCard } from '../../ports.ts';
import type { Block, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { bold, counted, plain } from '../text.ts';

/** On a manager's home: which edition holds, who still runs on older ones, and a way to see what applying it would change. */
export function policyBlocks(
  { older, reapply }: PromisesView,
  { policies, timezone }: Pick<DeskSettings, 'policies' | 'timezone'>,
): readonly Block[] {
  const { edition, since } = policies.current;
  const heading: Line = [
    bold('Promises'),
    { text: ` · edition ${edition}, since ` },
    moment(since, timezone),
  ];
  const head: Block = { type: 'text', lines: [heading] };
  if (reapply && !reapply.ended) {
    const done = reapply.all - reapply.waiting.length;
    const words: Line = [
      { text: `Being applied to open tickets by ` },
      { person: reapply.by },
      { text: `: ${done} of ${reapply.all} done` },
    ];
    return [head, { type: 'context', line: words }];
  }
  const last = endedWords(reapply, timezone);
  if (older === 0) {
    return [head, { type: 'context', line: plain('Every open ticket runs on it.') }, ...last];
  }
  const isOne = older === 1;
  const words = `${counted(older, 'open ticket')} still ${isOne ? 'runs' : 'run'} on older ones, as promised when ${isOne ? 'it was' : 'they were'} sorted.`;
  return [
    head,
    { type: 'text', lines: [plain(words)] },
    {
      type: 'actions',
      items: [{ action: 'policy_preview', subject: 'policies', label: 'See what would change' }],
    },
    ...last,
  ];
}

function endedWords(reapply: Reapply | undefined, timezone: string): readonly Block[] {
  if (!reapply?.ended) return [];
  const { by, edition, ended } = reapply;
  const words: Line = [
    {
      text: `Edition ${edition} ${ended.how === 'done' ? 'was applied to' : 'was not applied to all of'} ${counted(reapply.all, 'open ticket')} by `,
    },
    { person: by },
    { text: ', ' },
    moment(ended.at, timezone),
  ];
  return [{ type: 'context', line: words }];
}

/** Said once in the team's channel when it is over. */
export function reappliedCard({ by, edition, all, waiting, ended }: Reapply): TeamCard {
  const tickets = counted(all, 'open ticket');
  const line: Line =
    ended?.how === 'overtaken'
      ? [
          { text: `Applying edition ${edition} of the promises, asked by ` },
          { person: by },
          {
            text: `, stopped after ${all - waiting.length} of ${tickets}: the settings changed meanwhile. A manager’s home shows what is left.`,
          },
        ]
      : [
          { person: by },
          {
            text: ` put ${tickets} on edition ${edition} of the promises. Cards show the due times that hold now.`,
          },
        ];
  return {
    audience: 'team',
    summary: `Edition ${edition} of the promises: ${tickets}`,
    blocks: [{ type: 'text', lines: [line] }],
  };
}
