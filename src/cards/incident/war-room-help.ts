import type { Card, Line } from '../card.ts';
import { bold, plain } from '../text.ts';

/** Every way to say something to a war room. In the room its number can be left out. */
export function warRoomHelpCard(): Card {
  return {
    summary: 'How to use /ticket war-room',
    blocks: [
      { type: 'text', lines: [[bold('How to use /ticket war-room')]] },
      { type: 'list', ordered: false, items: entries.map(([usage, meaning]) => entry(usage, meaning)) },
      {
        type: 'context',
        line: plain('In its room an incident needs no number. Elsewhere: /ticket war-room INC-7 note …'),
      },
    ],
  };
}

/** Everything that can be written, with an example. */
const entries: readonly (readonly [usage: string, meaning: string])[] = [
  ['T-12 [restricted] [T-13 …]', 'opens one for these tickets'],
  ['list', 'those that are not finished'],
  ['status [investigating|identified|monitoring why]', 'where it stands; changes it'],
  ['severity P2 why', 'graver or less grave'],
  ['impact what is broken, since 10:05, not affected: logins', 'in words that customers may read'],
  ['role commander @Ana', 'asks somebody to take a part'],
  ['handover commander @Omar', 'gives your part away, once they accept'],
  ['update', 'writes to the customers; the commander approves it'],
  ['internal', 'tells the team where things stand'],
  ['snooze 10 why', 'the next update is asked for later'],
  ['note what happened', 'a line for the log'],
  ['task @Omar look at the database, task done 2', 'what somebody does now'],
  ['attach T-13, detach T-13', 'which customers are kept informed'],
  ['resolve, reopen why, cancel why', 'its end, or not yet'],
  ['merge INC-8', 'it is part of another one'],
  ['join', 'lets you into the room'],
  ['repair', 'makes what is missing of the room'],
  ['timeline', 'everything that happened'],
  ['review, action', 'what was learned'],
  ['numbers', 'how well it went over time'],
  ['drill', 'practises with invented trouble'],
];

function entry(usage: string, meaning: string): Line {
  return [{ text: usage, style: 'code' }, { text: `  ${meaning}` }];
}
