import { actionElements, checkElement, inputElements } from './element.ts';
import {
  at,
  checkList,
  checkOptionalString,
  checkString,
  checkText,
  checkUnique,
  complain,
  isLoose,
  type Loose,
  type Spot,
} from './inspect.ts';
import { checkRichText } from './rich-text.ts';
import { slackLimits as limit } from './table.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

type Rule = {
  readonly on: readonly Surface[];
  readonly check: (block: Loose, spot: Spot) => void;
};

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const nothingMore = () => undefined;

/** Block types by name: where Slack accepts them and what it checks. */
const rules: Readonly<Record<string, Rule>> = {
  header: {
    on: everywhere,
    check: (block, spot) => checkText(block.text, { max: limit.header, plain: true }, at(spot, '.text')),
  },
  divider: { on: everywhere, check: nothingMore },
  section: { on: everywhere, check: section },
  context: { on: everywhere, check: context },
  actions: { on: everywhere, check: actions },
  rich_text: { on: everywhere, check: checkRichText },
  input: { on: everywhere, check: input },
  image: { on: everywhere, check: image },
  markdown: {
    on: ['message'],
    check: (block, spot) => checkString(block.text, limit.markdown, at(spot, '.text')),
  },
  table: { on: ['message'], check: table },
  video: { on: everywhere, check: nothingMore },
  file: { on: ['message'], check: nothingMore },
  alert: { on: ['modal'], check: nothingMore },
  card: { on: ['message'], check: nothingMore },
  carousel: { on: ['message', 'home'], check: nothingMore },
  container: { on: ['message'], check: nothingMore },
  context_actions: { on: ['message'], check: nothingMore },
  data_table: { on: ['message'], check: nothingMore },
  data_visualization: { on: ['message'], check: nothingMore },
  plan: { on: ['message'], check: nothingMore },
  task_card: { on: ['message'], check: nothingMore },
};

export function checkBlock(block: Loose, surface: Surface, spot: Spot): void {
  const rule = typeof block.type === 'string' ? rules[block.type] : undefined;
  if (!rule) {
    complain(at(spot, '.type'), `unsupported type "${String(block.type)}"`);
    return;
  }
  if (!rule.on.includes(surface))
    complain(at(spot, '.type'), `"${String(block.type)}" is not allowed in a ${surface}`);
  checkOptionalString(block.block_id, limit.blockId, at(spot, '.block_id'));
  rule.check(block, spot);
}

function section(block: Loose, spot: Spot): void {
  if (block.text === undefined && block.fields === undefined) complain(spot, 'needs text or fields');
  if (block.text !== undefined) checkText(block.text, { max: limit.sectionText }, at(spot, '.text'));
  if (block.fields !== undefined) {
    const each = (field: Loose, fieldSpot: Spot) => checkText(field, { max: limit.sectionField }, fieldSpot);
    checkList(block.fields, { max: limit.sectionFields, each }, at(spot, '.fields'));
  }
  if (isLoose(block.accessory) && block.accessory.type !== 'image') {
    checkElement(block.accessory, actionElements, at(spot, '.accessory'));
  }
}

function context(block: Loose, spot: Spot): void {
  const each = (element: Loose, elementSpot: Spot) => {
    if (element.type === 'image') image(element, elementSpot);
    else checkText(element, { max: limit.contextText }, elementSpot);
  };
  checkList(block.elements, { max: limit.contextElements, each }, at(spot, '.elements'));
}

function actions(block: Loose, spot: Spot): void {
  const elementsSpot = at(spot, '.elements');
  const each = (element: Loose, elementSpot: Spot) => checkElement(element, actionElements, elementSpot);
  checkList(block.elements, { max: limit.actionsElements, each }, elementsSpot);
  checkUnique(block.elements, 'action_id', elementsSpot);
}

function input(block: Loose, spot: Spot): void {
  checkText(block.label, { max: limit.inputLabel, plain: true }, at(spot, '.label'));
  if (block.hint !== undefined) {
    checkText(block.hint, { max: limit.inputHint, plain: true }, at(spot, '.hint'));
  }
  const element = block.element;
  if (isLoose(element)) checkElement(element, inputElements, at(spot, '.element'));
  else complain(at(spot, '.element'), 'must be an object');
}

function image(block: Loose, spot: Spot): void {
  checkString(block.alt_text, limit.altText, at(spot, '.alt_text'));
  if (block.slack_file === undefined) checkString(block.image_url, limit.url, at(spot, '.image_url'));
}

function table(block: Loose, spot: Spot): void {
  const rows = block.rows;
  if (!Array.isArray(rows)) {
    complain(at(spot, '.rows'), 'must be a list');
    return;
  }
  if (rows.length > limit.tableRows)
    complain(at(spot, '.rows'), `${rows.length} rows, at most ${limit.tableRows}`);
  rows.forEach((row: unknown, index) => {
    if (Array.isArray(row) && row.length > limit.tableColumns) {
      complain(at(spot, `.rows[${index}]`), `${row.length} columns, at most ${limit.tableColumns}`);
    }
  });
}
