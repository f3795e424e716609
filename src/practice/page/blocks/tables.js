import { element } from '../element.js';
import { asKit, asList, asNumber, asText } from './kit.js';
import { richTextBlock } from './rich-text.js';
/** @import { Frame } from './frame.js' */
/** @import { Kit } from './kit.js' */

/** @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function tableBlock(block, frame) {
  const settings = asList(block.column_settings);
  const [head = [], ...rows] = rowsOf(block);
  return scroll(
    asText(block.caption) || 'Table',
    element(
      'table',
      { class: 'grid' },
      element('thead', {}, rowNode(head, 'th', frame, settings)),
      element('tbody', {}, ...rows.map((row) => rowNode(row, 'td', frame, settings))),
    ),
  );
}

/** A table with pages. @param {Kit} block @param {Frame} frame @returns {HTMLElement} */
export function dataTableBlock(block, frame) {
  const size = Math.max(1, asNumber(block.page_size) ?? 5);
  const [head = [], ...rows] = rowsOf(block);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const body = element('tbody');
  const place = element('span', { class: 'pager-place', 'aria-live': 'polite' });
  const back = element(
    'button',
    { type: 'button', class: 'button button-small', on: { click: () => show(page - 1) } },
    'Back',
  );
  const next = element(
    'button',
    { type: 'button', class: 'button button-small', on: { click: () => show(page + 1) } },
    'Next',
  );
  let page = 0;
  show(0);
  const table = element(
    'table',
    { class: 'grid' },
    element('caption', {}, asText(block.caption)),
    element('thead', {}, rowNode(head, 'th', frame, [])),
    body,
  );
  const pager = pages > 1 && element('div', { class: 'pager' }, back, place, next);
  return element('div', {}, scroll(asText(block.caption) || 'Table', table), pager);

  /** @param {number} wanted */
  function show(wanted) {
    page = Math.max(0, Math.min(wanted, pages - 1));
    const shown = rows.slice(page * size, (page + 1) * size);
    body.replaceChildren(...shown.map((row) => rowNode(row, 'td', frame, [])));
    place.textContent = `${page + 1} of ${pages}`;
    back.disabled = page === 0;
    next.disabled = page === pages - 1;
  }
}

/** @param {Kit} block @returns {Kit[][]} */
function rowsOf(block) {
  return Array.isArray(block.rows) ? block.rows.map((row) => asList(row)) : [];
}

/** @param {Kit[]} cells @param {'td' | 'th'} tag @param {Frame} frame @param {Kit[]} settings */
function rowNode(cells, tag, frame, settings) {
  return element(
    'tr',
    {},
    ...cells.map((cell, index) => {
      const align = cell.type === 'raw_number' ? 'right' : asText(asKit(settings[index]).align);
      const content = cell.type === 'rich_text' ? richTextBlock(cell, frame) : asText(cell);
      return element(
        tag,
        { class: align ? `align-${align}` : undefined, scope: tag === 'th' ? 'col' : undefined },
        content,
      );
    }),
  );
}

/** @param {string} label @param {HTMLElement} table */
function scroll(label, table) {
  return element('div', { class: 'grid-scroll', tabindex: 0, role: 'group', 'aria-label': label }, table);
}
