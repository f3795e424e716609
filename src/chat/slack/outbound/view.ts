import { getUnixTime } from 'date-fns/getUnixTime';
import type { Field, Form, Home } from '../../../cards/card.ts';
import { Invalid } from '../../../domain/errors.ts';
import { fieldAction, fieldBlockId } from '../field-id.ts';
import { fromDeskId } from '../ids.ts';
import { grouped, slackLimits as limit } from '../limits/table.ts';
import { cutNote, optionsOf, plain, type SlackBlock } from './actions.ts';
import { toSlackBlocks, viewRoom } from './blocks.ts';
import { head } from './cut.ts';
import type { Names } from './names.ts';

export type SlackView = Readonly<Record<string, unknown>> & {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly SlackBlock[];
};

/** A form as a modal. Throws Invalid when its context does not fit. */
export function toModal(form: Form, names: Names): SlackView {
  if (form.context.length > limit.privateMetadata) {
    throw new Invalid(
      `The form "${form.form}" carries ${form.context.length} characters, at most ${limit.privateMetadata} fit`,
    );
  }
  const room = { ...viewRoom, blocks: viewRoom.blocks - form.fields.length };
  const blocks = [...toSlackBlocks({ blocks: form.blocks }, room, names), ...form.fields.map(input)];
  return {
    type: 'modal',
    callback_id: form.form,
    private_metadata: form.context,
    title: plain(form.title, limit.viewTitle),
    close: plain(form.submit === undefined ? 'Close' : 'Cancel', limit.viewButton),
    ...(form.submit !== undefined && { submit: plain(form.submit, limit.viewButton) }),
    blocks,
  };
}

export function toHomeView(home: Home, names: Names): SlackView {
  return { type: 'home', blocks: toSlackBlocks({ blocks: home.blocks }, viewRoom, names) };
}

function input(field: Field): SlackBlock {
  const hint = [field.hint, cutHint(field)].filter(Boolean).join(' ');
  return {
    type: 'input',
    block_id: fieldBlockId(field.name),
    label: plain(field.label, limit.inputLabel),
    optional: field.optional === true,
    ...(hint !== '' && { hint: plain(hint, limit.inputHint) }),
    element: { action_id: fieldAction, ...element(field) },
  };
}

function element(field: Field): Record<string, unknown> {
  switch (field.kind) {
    case 'line':
    case 'paragraph':
      return {
        type: 'plain_text_input',
        multiline: field.kind === 'paragraph',
        max_length: limit.inputText,
        ...(field.initial && { initial_value: head(field.initial, limit.inputText) }),
        ...(field.placeholder && { placeholder: plain(field.placeholder, limit.placeholder) }),
      };
    case 'choice':
      return { type: 'static_select', ...optionsOf(field.options, field.initial) };
    case 'person':
      return { type: 'users_select', ...(field.initial && { initial_user: fromDeskId(field.initial) }) };
    case 'moment':
      return {
        type: 'datetimepicker',
        ...(field.initial && { initial_date_time: getUnixTime(new Date(field.initial)) }),
      };
  }
}

/** What is typed is sent as it stands, so a cut is told beside the field and not inside its text. */
function cutHint(field: Field): string {
  if (field.kind === 'choice') return cutNote(field.options).trim();
  if (field.kind !== 'line' && field.kind !== 'paragraph') return '';
  const missing = (field.initial?.length ?? 0) - limit.inputText;
  if (missing <= 0) return '';
  return `A form holds ${grouped(limit.inputText)} characters: the last ${grouped(missing)} of this text are missing.`;
}
