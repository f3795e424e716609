import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { PracticeView } from '../../src/practice/control.ts';
import { aClient, connectHttp, openPractice, until } from './support/desk.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const input = (block_id: string, optional: boolean) => ({
  type: 'input' as const,
  block_id,
  optional,
  label: plain(block_id),
  element: {
    type: 'plain_text_input' as const,
    action_id: 'text',
    initial_value: optional ? 'as it was' : '',
  },
});
const aForm = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain(title),
  submit: plain('Save'),
  blocks: [input('summary', false), input('details', true)],
  ...more,
});
const filled = (summary: string) => ({ summary: { text: { type: 'plain_text_input', value: summary } } });

const opened = (answer: (app: App) => void, form = aForm('New')) =>
  openWith((app) => {
    app.command('/ticket', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    answer(app);
  });

async function openWith(prepare: (app: App) => void) {
  const practice = await openPractice();
  await connectHttp(practice, prepare);
  await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket' });
  await until(() => practice.state().views.length > 0);
  const view = practice.state().views[0] as PracticeView;
  const titles = () =>
    practice.state().views.map(({ view }) => (view as { title: { text: string } }).title.text);
  const submit = (values = filled('it broke')) =>
    practice.control.submit({ as: 'UANA', viewId: view.id, values });
  return { practice, view, titles, submit };
}

describe('a form', () => {
  test('opens from a command, is submitted with all its values, and closes', async () => {
    const submitted: unknown[] = [];
    const { practice, submit } = await opened((app) => {
      app.view('form', async ({ ack, view, body }) => {
        submitted.push([
          body.user.id,
          view.state.values.summary?.text?.value,
          view.state.values.details?.text?.value,
        ]);
        await ack();
      });
    });
    expect(await submit()).toEqual({});
    expect(submitted).toEqual([['UANA', 'it broke', 'as it was']]);
    expect(practice.state().views).toEqual([]);
  });

  test('stays open and shows what the desk found wrong', async () => {
    const { practice, submit } = await opened((app) => {
      app.view('form', ({ ack }) => ack({ response_action: 'errors', errors: { summary: 'Too vague' } }));
    });
    expect(await submit()).toEqual({ errors: { summary: 'Too vague' } });
    expect(practice.state().views).toMatchObject([{ errors: { summary: 'Too vague' } }]);
  });

  test('is held back by Slack itself while a required field is empty', async () => {
    const { practice, submit } = await opened(() => {});
    expect(await submit(filled(''))).toMatchObject({ errors: { summary: expect.any(String) } });
    expect(practice.deliveries().filter(({ kind }) => kind === 'interactive')).toEqual([]);
  });

  test('can be replaced, covered by another, or cleared with all others', async () => {
    const answers = [
      { response_action: 'update' as const, view: aForm('Second') },
      { response_action: 'push' as const, view: aForm('On top') },
      { response_action: 'clear' as const },
    ];
    const { practice, titles, submit } = await opened((app) => {
      app.view('form', async ({ ack }) => {
        const answer = answers.shift();
        await (answer ? ack(answer) : ack());
      });
    });
    await submit();
    expect(titles()).toEqual(['Second']);
    await submit();
    expect(titles()).toEqual(['Second', 'On top']);
    const top = practice.state().views.at(-1)!;
    await practice.control.submit({ as: 'UANA', viewId: top.id, values: filled('x') });
    expect(titles()).toEqual([]);
  });

  test('tells the desk that it was closed, if it asked to know', async () => {
    const closed: string[] = [];
    const { practice, view } = await opened(
      (app) => {
        app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
          closed.push(body.view.id);
          await ack();
        });
      },
      aForm('New', { notify_on_close: true }),
    );
    await practice.control.close({ as: 'UANA', viewId: view.id });
    expect(closed).toEqual([view.id]);
  });

  test('is updated only by who knows its newest hash', async () => {
    const { practice, view, titles } = await opened(() => {});
    const client = aClient(practice);
    await client.views.update({ view_id: view.id, hash: view.hash, view: aForm('Newer') });
    expect(titles()).toEqual(['Newer']);
    const late = client.views.update({ view_id: view.id, hash: view.hash, view: aForm('Late') });
    await expect(late).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
  });

  test('over the limits is refused with the reasons', async () => {
    const validate = { blocks: () => [], view: () => ['title.text is too long'] };
    const client = aClient(await openPractice({ validate }));
    await expect(
      client.views.publish({ user_id: 'UANA', view: { type: 'home', blocks: [] } }),
    ).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] title.text is too long'] },
      },
    });
  });
});

describe('a trigger', () => {
  async function triggered() {
    const practice = await openPractice();
    const triggers: string[] = [];
    await connectHttp(practice, (app) => {
      app.command('/ticket', async ({ ack, body }) => {
        triggers.push(body.trigger_id);
        await ack();
      });
    });
    await practice.control.command({ as: 'UANA', channel: 'CSUPPORT', text: '/ticket' });
    return {
      practice,
      open: () => aClient(practice).views.open({ trigger_id: triggers[0]!, view: aForm('x') }),
    };
  }

  test('opens one form', async () => {
    const { open } = await triggered();
    await open();
    await expect(open()).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
  });

  test('is worth nothing after three seconds', async () => {
    const { practice, open } = await triggered();
    practice.advance(3_001);
    await expect(open()).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } });
  });
});
