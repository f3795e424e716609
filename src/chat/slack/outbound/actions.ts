import type { Block, Button, LinkButton, Menu, Option } from '../../../cards/card.ts';
import { Invalid } from '../../../domain/errors.ts';
import { linkAction, toActionId, toButtonValue, toMenuBlockId } from '../button-value.ts';
import { grouped, slackLimits as limit } from '../limits/table.ts';
import { shortened } from './cut.ts';
import { isWebAddress } from './rich-text.ts';

export type SlackBlock = Readonly<Record<string, unknown>> & { readonly type: string };
/** Counts the interactive elements of one message, so that their ids differ. */
export type Counter = { next: number };

export function plain(text: string, max: number): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text: shortened(text, max) || '–', emoji: false };
}

/**
 * Rows of buttons and menus. A menu tells its subject by its block's id, so a menu about something else starts a
 * row of its own.
 */
export function actionBlocks(
  items: Extract<Block, { type: 'actions' }>['items'],
  counter: Counter,
): SlackBlock[] {
  const rows: { subject: string | undefined; elements: unknown[] }[] = [];
  for (const item of items) {
    const subject = 'options' in item ? item.subject : undefined;
    let row = rows.at(-1);
    const clash = row?.subject !== undefined && subject !== undefined && row.subject !== subject;
    if (!row || clash || row.elements.length >= limit.actionsElements) {
      row = { subject: undefined, elements: [] };
      rows.push(row);
    }
    row.subject ??= subject;
    const element = elementOf(item, counter);
    if (element) row.elements.push(element);
  }
  return rows
    .filter((row) => row.elements.length > 0)
    .map((row) => ({
      type: 'actions',
      ...(row.subject !== undefined && { block_id: toMenuBlockId(counter.next++, row.subject) }),
      elements: row.elements,
    }));
}

function elementOf(item: Button | Menu | LinkButton, counter: Counter): unknown {
  if ('link' in item) return linkButton(item, counter);
  return 'options' in item ? menu(item, counter) : button(item, counter);
}

function button(item: Button, counter: Counter): unknown {
  return {
    type: 'button',
    action_id: toActionId(item.action, counter.next++),
    text: plain(item.label, limit.buttonText),
    value: toButtonValue(item),
    ...(item.style && { style: item.style }),
    ...(item.confirm && {
      confirm: {
        title: plain(item.confirm.title, limit.confirmTitle),
        text: plain(item.confirm.text, limit.confirmText),
        confirm: plain(item.confirm.yes, limit.confirmButton),
        deny: plain('Cancel', limit.confirmButton),
      },
    }),
  };
}

/** An address Slack would refuse takes its button away instead of the whole card. */
function linkButton(item: LinkButton, counter: Counter): unknown {
  if (!isWebAddress(item.link)) return undefined;
  return {
    type: 'button',
    action_id: toActionId(linkAction, counter.next++),
    text: plain(item.label, limit.buttonText),
    url: item.link,
  };
}

/** A menu without options cannot be shown. */
function menu(item: Menu, counter: Counter): unknown {
  if (item.options.length === 0) return undefined;
  return {
    type: 'static_select',
    action_id: toActionId(item.action, counter.next++),
    placeholder: plain(`${item.label}${cutNote(item.options)}`, limit.placeholder),
    ...optionsOf(item.options, item.selected),
  };
}

/** The options Slack has room for, and the chosen one. Throws Invalid for a value that does not fit. */
export function optionsOf(options: readonly Option[], selected: string | undefined): Record<string, unknown> {
  const shown = withChosen(options, selected).map(option);
  const initial = shown.find((each) => each.value === selected);
  return { options: shown, ...(initial && { initial_option: initial }) };
}

/** ` (first 100 of 112)` when options do not fit. */
export function cutNote(options: readonly Option[]): string {
  if (options.length <= limit.menuOptions) return '';
  return ` (first ${limit.menuOptions} of ${grouped(options.length)})`;
}

/** The chosen option stays, even when it is beyond what fits. */
function withChosen(options: readonly Option[], selected: string | undefined): readonly Option[] {
  const shown = options.slice(0, limit.menuOptions);
  const beyond = options.slice(limit.menuOptions).find((each) => each.value === selected);
  return beyond ? [...shown.slice(0, -1), beyond] : shown;
}

function option(each: Option): { value: string; [key: string]: unknown } {
  if (each.value.length === 0 || each.value.length > limit.optionValue) {
    throw new Invalid(
      `The value of the option "${each.label}" has ${each.value.length} characters, 1 to ${limit.optionValue} fit`,
    );
  }
  return {
    text: plain(each.label, limit.optionText),
    value: each.value,
    ...(each.hint && { description: plain(each.hint, limit.optionHint) }),
  };
}
