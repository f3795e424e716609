import { expect, test } from 'vitest';
import { deleteMessage, joinMessage } from '../../src/domain/ticket/conversation.ts';
import { createOfflineEngine } from '../../src/engines/offline/offline-engine.ts';
import { changeTicket } from '../../src/workflows/change-ticket.ts';
import { aMessage, asksAs, support } from '../support/builders.ts';
import { openDesk } from './desk.ts';

const offline = createOfflineEngine();

/** Dana writes two messages and takes the second back; the engine notes the words it is given to draft from. */
async function takingBack(when: 'after the draft' | 'while drafting') {
  const given: string[][] = [];
  let thinking = async () => {};
  const opened = await openDesk({
    engine: {
      name: 'scripted',
      async run(role, persona, facts) {
        if ('conversation' in facts) {
          given.push(facts.conversation.map(({ text }) => text));
          await thinking();
        }
        return offline.run(role, persona, facts);
      },
    },
  });
  const id = await opened.write('Checkout fails with error 502 for all our users');
  const secret = aMessage({
    id: `${support}:secret`,
    text: 'My password is hunter2',
    at: opened.clock.now(),
  });
  const asked = () => asksAs.requester(opened.clock.now());
  const takeBack = async () => {
    await changeTicket(opened.desk, id, (ticket) => deleteMessage(ticket, secret.id, asked()));
  };
  await changeTicket(opened.desk, id, (ticket) => joinMessage(ticket, secret, asked()));
  if (when === 'while drafting') thinking = takeBack;
  opened.start();
  await opened.pass();
  if (when === 'after the draft') await takeBack();
  const before = (await opened.ticket(id)).drafts;
  await opened.pass(5000);
  return { given, before, ticket: await opened.ticket(id) };
}

test('when the requester deletes a message, another draft is made from the words that are left', async () => {
  const { given, before, ticket } = await takingBack('after the draft');
  expect(before.map(({ state }) => state)).not.toContain('proposed');
  expect(given.at(-1)).toEqual(['Checkout fails with error 502 for all our users']);
  expect(ticket.drafts.at(-1)?.state).toBe('proposed');
});

test('a message that is deleted while the draft is made does not live on in it', async () => {
  const { given, ticket } = await takingBack('while drafting');
  expect(given[0]).toContain('My password is hunter2');
  expect(given.at(-1)).not.toContain('My password is hunter2');
  expect(ticket.drafts).toMatchObject([{ state: 'proposed' }]);
});
