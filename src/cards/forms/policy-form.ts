import type { DueMove, ReapplyPreview } from '../../domain/sla/due-moves.ts';
import type { Block, Form, Line } from '../card.ts';
import { moment } from '../moment.ts';
import { inAll } from '../promise-words.ts';
import { bold, counted, plain } from '../text.ts';
import { targetWords } from '../wording.ts';

/** A form holds few lines more. */
const mostShown = 40;

/** Every due time that would move if open tickets were put on the current edition; submitting does it. */
export function policyForm(preview: ReapplyPreview, timezone: string): Form {
  const { edition, tickets, moves } = preview;
  const context = JSON.stringify({ edition });
  const title = `Edition ${edition}`;
  if (tickets === 0) {
    return {
      form: 'policy_apply',
      title,
      context,
      blocks: [{ type: 'text', lines: [plain('Every open ticket runs on it. There is nothing to apply.')] }],
      fields: [],
    };
  }
  return {
    form: 'policy_apply',
    title,
    submit: `Apply to ${counted(tickets, 'ticket')}`,
    context,
    blocks: [...headOf(preview), ...movesOf(moves, timezone), ...endOf(preview)],
    fields: [],
  };
}

function headOf({ moves: all, tickets, unmoved, unread }: ReapplyPreview): readonly Block[] {
  const moves = all.filter(({ stays }) => !stays);
  const staying = all.length - moves.length;
  const moved = tickets - unmoved - unread;
  const sooner = moves.filter(isSooner).length;
  const fresh = moves.filter(({ was }) => was === undefined).length;
  const later = moves.length - sooner - fresh;
  const counts = [
    ...(sooner > 0 ? [`${sooner.toLocaleString('en')} sooner`] : []),
    ...(later > 0 ? [`${later.toLocaleString('en')} later`] : []),
    ...(fresh > 0 ? [`${fresh.toLocaleString('en')} new`] : []),
  ].join(', ');
  const lines: Line[] = [
    moves.length === 0
      ? [bold('No due time moves')]
      : [
          bold(`${counted(moves.length, 'due time')} of ${counted(moved, 'ticket')} would move`),
          { text: `: ${counts}` },
        ],
    ...(unmoved > 0 ? [plain(`${counted(unmoved, 'ticket')} would keep every due time.`)] : []),
    ...(staying > 0
      ? [
          plain(
            `${counted(staying, 'due time')} no longer promised: what is on its way stays due when it was.`,
          ),
        ]
      : []),
    ...(unread > 0
      ? [
          plain(
            `${counted(unread, 'ticket')} ${unread === 1 ? 'was' : 'were'} not looked at: the form would take too long to open.`,
          ),
        ]
      : []),
  ];
  return [{ type: 'text', lines }];
}

function movesOf(moves: readonly DueMove[], timezone: string): readonly Block[] {
  if (moves.length === 0) return [];
  const shown = moves.slice(0, mostShown);
  const left = moves.length - shown.length;
  return [
    { type: 'list', ordered: false, items: shown.map((move) => moveLine(move, timezone)) },
    ...(left > 0
      ? [
          {
            type: 'context' as const,
            line: plain(`and ${counted(left, 'due time')} more, all due after these`),
          },
        ]
      : []),
  ];
}

function moveLine(move: DueMove, timezone: string): Line {
  const { ticket, target, was, due } = move;
  const what = move.isInAll ? inAll : targetWords[target];
  if (move.stays) {
    return [
      bold(ticket),
      { text: ` ${what} · ` },
      moment(due, timezone),
      { text: ' · no longer promised, stays as it was' },
    ];
  }
  const old: Line = was === undefined ? plain('not promised so far') : [moment(was, timezone)];
  const way = was === undefined ? 'new' : isSooner(move) ? 'sooner' : 'later';
  return [
    bold(ticket),
    { text: ` ${what} · ` },
    ...old,
    { text: ' → ' },
    moment(due, timezone),
    { text: ` · ${way}` },
  ];
}

const isSooner = ({ was, due }: DueMove) => was !== undefined && due < was;

function endOf({ tickets }: ReapplyPreview): readonly Block[] {
  const whose = tickets === 1 ? 'The ticket keeps' : 'Tickets keep';
  return [
    {
      type: 'context',
      line: plain(
        `Times are counted from the start of each promise, pauses taken into account; nothing becomes due at once. ${whose} this edition from then on. There is no undo: to go back, write the old values into desk.yaml, start the desk, and apply them here.`,
      ),
    },
  ];
}
