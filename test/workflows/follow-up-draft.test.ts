import { expect, test } from 'vitest';
import { ana, support } from '../support/builders.ts';
import { openDesk } from './desk.ts';

test('the first answer is the resolution-drafter’s; what comes after it is the support-agent’s', async () => {
  const opened = await openDesk();
  const thread = `${support}:first`;
  const id = await opened.write('Our label printer shows error 502 at checkout', { id: thread, thread });
  opened.start();
  await opened.pass();
  expect((await opened.ticket(id)).drafts.map(({ persona }) => persona.id)).toEqual(['resolution-drafter']);
  await opened.write('Please restart the printer.', { author: ana, thread });
  await opened.write('I did all that, it is still the same', { thread });
  await opened.pass();
  expect((await opened.ticket(id)).drafts.at(-1)).toMatchObject({
    persona: { id: 'support-agent' },
    outcome: 'unknown',
    askFor: ['at which step it went differently for you, and what you saw there'],
  });
});
