import {
  at,
  checkList,
  checkOptionalString,
  checkString,
  checkText,
  complain,
  isLoose,
  type Loose,
  type Spot,
} from './inspect.ts';
import { slackLimits as limit } from './table.ts';

type Check = (element: Loose, spot: Spot) => void;

/** Interactive elements by type, with what Slack checks of each. */
const elements: Readonly<Record<string, Check>> = {
  button(element, spot) {
    checkText(element.text, { max: limit.buttonText, plain: true }, at(spot, '.text'));
    checkOptionalString(element.value, limit.buttonValue, at(spot, '.value'));
    checkOptionalString(element.url, limit.url, at(spot, '.url'));
    if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger') {
      complain(at(spot, '.style'), 'must be primary or danger');
    }
  },
  static_select: menu,
  multi_static_select: menu,
  overflow(element, spot) {
    checkOptions(element.options, limit.overflowOptions, at(spot, '.options'));
  },
  checkboxes: choice,
  radio_buttons: choice,
  users_select: placeheld,
  multi_users_select: placeheld,
  conversations_select: placeheld,
  multi_conversations_select: placeheld,
  channels_select: placeheld,
  multi_channels_select: placeheld,
  external_select: placeheld,
  datepicker: placeheld,
  timepicker: placeheld,
  datetimepicker(element, spot) {
    const initial = element.initial_date_time;
    if (initial !== undefined && !(Number.isInteger(initial) && String(initial).length === 10)) {
      complain(at(spot, '.initial_date_time'), 'must be whole seconds of 10 digits');
    }
  },
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  rich_text_input: placeheld,
  file_input: () => undefined,
  feedback_buttons: () => undefined,
  icon_button: () => undefined,
};

/** Elements that may stand in an `actions` block (and beside a section). */
export const actionElements: ReadonlySet<string> = new Set([
  'button',
  'static_select',
  'multi_static_select',
  'overflow',
  'checkboxes',
  'radio_buttons',
  'users_select',
  'multi_users_select',
  'conversations_select',
  'multi_conversations_select',
  'channels_select',
  'multi_channels_select',
  'external_select',
  'datepicker',
  'timepicker',
  'datetimepicker',
]);

/** Elements that may stand in an `input` block. */
export const inputElements: ReadonlySet<string> = new Set([
  ...[...actionElements].filter((type) => type !== 'button' && type !== 'overflow'),
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
]);

/** Checks one interactive element; `allowed` are the types its place accepts. */
export function checkElement(element: Loose, allowed: ReadonlySet<string>, spot: Spot): void {
  const type = element.type;
  const check = typeof type === 'string' && allowed.has(type) ? elements[type] : undefined;
  if (!check) {
    complain(at(spot, '.type'), `"${String(type)}" is not allowed here`);
    return;
  }
  checkOptionalString(element.action_id, limit.actionId, at(spot, '.action_id'));
  if (element.confirm !== undefined) checkConfirm(element.confirm, at(spot, '.confirm'));
  check(element, spot);
}

function menu(element: Loose, spot: Spot): void {
  placeheld(element, spot);
  checkOptions(element.options, limit.menuOptions, at(spot, '.options'));
  checkInitial(element, spot);
}

function choice(element: Loose, spot: Spot): void {
  checkOptions(element.options, limit.choiceOptions, at(spot, '.options'));
}

function placeheld(element: Loose, spot: Spot): void {
  if (element.placeholder !== undefined) {
    checkText(element.placeholder, { max: limit.placeholder, plain: true }, at(spot, '.placeholder'));
  }
}

function textInput(element: Loose, spot: Spot): void {
  placeheld(element, spot);
  const initial = element.initial_value;
  if (initial === undefined) return;
  if (initial !== '') checkString(initial, limit.inputText, at(spot, '.initial_value'));
}

function checkOptions(options: unknown, max: number, spot: Spot): void {
  const each: Check = (option, optionSpot) => {
    checkText(option.text, { max: limit.optionText }, at(optionSpot, '.text'));
    checkString(option.value, limit.optionValue, at(optionSpot, '.value'));
    if (option.description !== undefined) {
      checkText(option.description, { max: limit.optionHint }, at(optionSpot, '.description'));
    }
  };
  checkList(options, { max, each }, spot);
}

/** Slack refuses an initial option that is not exactly one of the options. */
function checkInitial(element: Loose, spot: Spot): void {
  const initial = element.initial_option;
  if (initial === undefined || !Array.isArray(element.options)) return;
  const wanted = isLoose(initial) ? initial.value : undefined;
  const known = element.options.some((option: unknown) => isLoose(option) && option.value === wanted);
  if (!known) complain(at(spot, '.initial_option'), 'must be one of the options');
}

function checkConfirm(confirm: unknown, spot: Spot): void {
  if (!isLoose(confirm)) {
    complain(spot, 'must be an object');
    return;
  }
  checkText(confirm.title, { max: limit.confirmTitle, plain: true }, at(spot, '.title'));
  checkText(confirm.text, { max: limit.confirmText }, at(spot, '.text'));
  checkText(confirm.confirm, { max: limit.confirmButton, plain: true }, at(spot, '.confirm'));
  checkText(confirm.deny, { max: limit.confirmButton, plain: true }, at(spot, '.deny'));
}
