import { z } from 'zod';
import { Refused } from '../../../domain/errors.ts';
import type { NotInvited } from '../../../rooms-port.ts';
import { fromDeskId, toDeskId } from '../ids.ts';
import { invitedAlready, inviteRefusals } from './invite-refusals.ts';
import type { RoomDesk } from './room-desk.ts';

const PersonErrors = z.array(
  z.object({ user: z.string().optional(), ok: z.boolean().optional(), error: z.string().optional() }),
);
const Invited = z.object({ errors: PersonErrors.nullish() });
const FailedAnswer = z.object({ data: z.object({ errors: PersonErrors }) });

/** The method page of conversations.invite names 100 and 1,000; the smaller one always works. */
const mostAtOnce = 100;

/** Lets people in, as many as Slack takes at once. One who cannot come in does not keep the others out. */
export async function invite(
  desk: RoomDesk,
  channel: string,
  people: readonly string[],
): Promise<readonly NotInvited[]> {
  const users = [...new Set(people)].map(fromDeskId);
  const refused: NotInvited[] = [];
  for (let start = 0; start < users.length; start += mostAtOnce) {
    refused.push(...(await inviteSome(desk, fromDeskId(channel), users.slice(start, start + mostAtOnce))));
  }
  return refused;
}

async function inviteSome(
  desk: RoomDesk,
  channel: string,
  users: readonly string[],
): Promise<readonly NotInvited[]> {
  const args = { channel, users: users.join(','), ...(users.length > 1 && { force: true }) };
  try {
    const { errors } = await desk.call('conversations.invite', args, Invited);
    return told(errors ?? []);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return await afterRefusal(desk, { channel, users, error });
  }
}

/**
 * Slack refuses the whole call for some people: those it names are out and the others are asked for again. When it
 * names nobody, each is asked for alone.
 */
async function afterRefusal(
  desk: RoomDesk,
  refusal: { readonly channel: string; readonly users: readonly string[]; readonly error: Refused },
): Promise<readonly NotInvited[]> {
  const { channel, users, error } = refusal;
  const errors = errorsIn(error).filter((each) => each.user !== undefined && users.includes(each.user));
  const others = users.filter((user) => !errors.some((each) => each.user === user));
  if (errors.length > 0) {
    return [...told(errors), ...(others.length > 0 ? await inviteSome(desk, channel, others) : [])];
  }
  const isAboutPerson = invitedAlready.includes(error.code) || Object.hasOwn(inviteRefusals, error.code);
  if (!isAboutPerson) throw error;
  const [only] = users;
  if (only !== undefined && users.length === 1) return told([{ user: only, error: error.code }]);
  const refused: NotInvited[] = [];
  for (const user of users) refused.push(...(await inviteSome(desk, channel, [user])));
  return refused;
}

function errorsIn(error: Refused): z.infer<typeof PersonErrors> {
  const answer = FailedAnswer.safeParse(error.cause);
  return answer.success ? answer.data.data.errors : [];
}

function told(errors: z.infer<typeof PersonErrors>): readonly NotInvited[] {
  return errors.flatMap(({ user, ok, error: code = 'cant_invite' }) => {
    if (user === undefined || ok === true || invitedAlready.includes(code)) return [];
    const reason = inviteRefusals[code] ?? 'Slack does not let this person into the channel.';
    return [{ person: toDeskId(user), reason, code }];
  });
}
