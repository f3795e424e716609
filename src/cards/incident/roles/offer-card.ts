import type { Incident } from '../../../domain/incident/incident.ts';
import type { LogEntry } from '../../../domain/incident/log/log.ts';
import type { RoleMessage } from '../../../domain/incident/roles/role-message.ts';
import { partsBeside } from '../../../domain/incident/roles/stand-in.ts';
import { isUnderWay, type LeadRole } from '../../../domain/incident/words.ts';
import type { TeamCard } from '../../../ports.ts';
import type { Block, Line } from '../../card.ts';
import { moment } from '../../moment.ts';
import { bold, plain } from '../../text.ts';
import { incidentName, roleWords } from '../incident-words.ts';
import { confirmed, dutyWords, offerIn, roomLine, takeButton } from './role-words.ts';

type OfRole = Extract<RoleMessage, { readonly role: LeadRole }>;

/** A message to one person about their part in an incident, as things stand; undefined when it is about nothing known. */
export function roleMessageCard(
  incident: Incident,
  about: { readonly log: readonly LogEntry[]; readonly message: RoleMessage; readonly timezone: string },
): TeamCard | undefined {
  const { log, message, timezone } = about;
  switch (message.what) {
    case 'offer':
      return offerCard(incident, { log, message, timezone });
    case 'duties':
      return holdingCard(incident, message.role, `You are ${roleWords[message.role]}.`);
    case 'acting':
      return actingCard(incident, message);
    case 'kept':
      return keptCard(incident, message);
    case 'called':
      return card(incident, `You are called in: you know about ${message.area}.`, [
        ...matter(incident),
        {
          type: 'text',
          lines: [plain('Come into the room and say what you see. There is nothing to accept.')],
        },
      ]);
  }
}

function offerCard(
  incident: Incident,
  about: { readonly log: readonly LogEntry[]; readonly message: OfRole; readonly timezone: string },
): TeamCard | undefined {
  const { message, timezone } = about;
  const { role, person } = message;
  const known = offerIn(incident, about.log, message);
  if (!known) return undefined;
  const { offer, outcome } = known;
  const name = roleWords[role];
  switch (outcome.is) {
    case 'accepted':
      return holdingCard(incident, role, `You are ${name}. Thank you.`);
    case 'declined':
      return settled(incident, `You said no to being ${name}.`, outcome.next);
    case 'silent':
      return settled(
        incident,
        outcome.why === undefined
          ? `You were asked to be ${name}; the time to answer is over.`
          : `You were asked to be ${name}; the desk could not let you in or reach you.`,
        outcome.next,
      );
    case 'taken':
      return card(incident, `You were asked to be ${name}.`, [
        {
          type: 'text',
          lines: [[{ person: outcome.by }, { text: ' has taken it. Nothing is left to do.' }]],
        },
      ]);
    case 'replaced':
      return settled(incident, `You were asked to be ${name}.`, outcome.by);
    case 'over':
      return card(incident, `You were asked to be ${name}. It is over; nothing is left to do.`, []);
    case 'open':
      break;
  }
  const besides = partsBeside(incident, role, person);
  return card(incident, offer.by === 'desk' ? `Will you be ${name}?` : `Will you take over as ${name}?`, [
    ...handedBy(offer.by, offer.note),
    ...matter(incident),
    {
      type: 'facts',
      items: [{ label: 'Answer until', value: [moment(offer.until, timezone, 'time')] }],
    },
    duties(role),
    ...warnings(offer.elsewhere ?? [], besides),
    {
      type: 'actions',
      items: [
        {
          action: 'role_accept',
          subject: incident.id,
          value: [role, ...besides].join('|'),
          label: 'Accept',
          style: 'primary',
          ...confirmed(role, besides),
        },
        { action: 'role_decline', subject: incident.id, value: role, label: 'Decline' },
      ],
    },
  ]);
}

function handedBy(by: string, note: string | undefined): readonly Block[] {
  if (by === 'desk') return [];
  return [
    { type: 'text', lines: [[{ person: by }, { text: ' asks you.' }]] },
    ...(note === undefined ? [] : [{ type: 'quote' as const, lines: [plain(note)] }]),
  ];
}

function warnings(elsewhere: readonly string[], besides: readonly LeadRole[]): readonly Block[] {
  const parts = besides.map((role) => roleWords[role]).join(' and ');
  const words = [
    ...(elsewhere.length === 0
      ? []
      : [`You lead ${elsewhere.join(', ')} already. You are asked because nobody else is free.`]),
    ...(besides.length === 0
      ? []
      : [`You are ${parts} in this incident. If you accept, you have both parts.`]),
  ];
  return words.map((text) => ({ type: 'context', line: plain(text) }));
}

function settled(incident: Incident, words: string, next: string | undefined): TeamCard {
  const line: Line = next === undefined ? [] : [{ person: next }, { text: ' was asked next.' }];
  return card(incident, words, line.length === 0 ? [] : [{ type: 'text', lines: [line] }]);
}

function holdingCard(incident: Incident, role: LeadRole, words: string): TeamCard {
  if (!isUnderWay(incident.lifecycle)) return card(incident, `You were ${roleWords[role]}. It is over.`, []);
  return card(incident, words, [
    ...matter(incident),
    duties(role),
    {
      type: 'actions',
      items: [{ action: 'role_hand_over', subject: incident.id, value: role, label: 'Hand over…' }],
    },
  ]);
}

function actingCard(incident: Incident, { role, person }: OfRole): TeamCard {
  const state = incident.roles[role];
  const name = roleWords[role];
  if (state.state === 'accepted' && state.person === person)
    return holdingCard(incident, role, `You are ${name}.`);
  if (!state.acting || state.held !== person || !isUnderWay(incident.lifecycle))
    return card(incident, `You acted as ${name}. You do not any more.`, []);
  return card(incident, `You act as ${name}, because nobody has accepted yet.`, [
    {
      type: 'text',
      lines: [
        plain('The room was told. Until somebody accepts, everything that needs this part counts on you.'),
      ],
    },
    ...matter(incident),
    duties(role),
    { type: 'actions', items: [takeButton(incident, role, partsBeside(incident, role, person))] },
  ]);
}

function keptCard(incident: Incident, { role }: OfRole): TeamCard {
  const words = `You are still ${roleWords[role]}: whom you asked has not taken over.`;
  return card(incident, words, [
    { type: 'text', lines: [plain('Ask somebody else. Anybody of the team may take it from you now.')] },
    {
      type: 'actions',
      items: [{ action: 'role_hand_over', subject: incident.id, value: role, label: 'Hand over…' }],
    },
  ]);
}

function duties(role: LeadRole): Block {
  return { type: 'list', ordered: false, items: dutyWords[role].map((line) => plain(line)) };
}

/** What it is about. Of a restricted incident nothing is said outside its room. */
function matter(incident: Incident): readonly Block[] {
  const { visibility, severity, title, impact } = incident;
  const about: readonly { readonly label: string; readonly value: Line }[] =
    visibility === 'restricted'
      ? []
      : [
          { label: 'What', value: [{ text: `${severity} · ${title}` }] },
          { label: 'Impact', value: plain(impact?.what ?? 'not known yet') },
        ];
  return [{ type: 'facts', items: [...about, { label: 'Room', value: roomLine(incident) }] }];
}

function card(incident: Incident, words: string, blocks: readonly Block[]): TeamCard {
  const name = incidentName(incident);
  return {
    audience: 'team',
    summary: `${name}: ${words}`,
    blocks: [{ type: 'text', lines: [[bold(name), { text: ` ${words}` }]] }, ...blocks],
  };
}
