/**
 * Remembers where the reader stands before a redraw; the returned function puts them back. Someone at the end
 * follows new messages, someone reading further up is not moved, and a place just opened begins where the news do.
 * @param {HTMLElement} scroller
 * @param {'open' | 'stay'} how
 * @returns {() => void}
 */
export function keepReadingPlace(scroller, how) {
  const fromEnd = scroller.scrollHeight - scroller.scrollTop;
  const top = scroller.scrollTop;
  const [first, last] = ends(scroller);
  const seesLast = last && topOf(scroller, last) >= -24 && topOf(scroller, last) < scroller.clientHeight;
  const wasAtEnd = fromEnd - scroller.clientHeight < 80 || seesLast === true;
  return () => {
    const [firstNow, lastNow] = ends(scroller);
    const news = scroller.querySelector('.new-line');
    if (how === 'open' && news) scroller.scrollTop += topOf(scroller, news) - 40;
    else if (how === 'open' || (wasAtEnd && lastNow?.dataset.ts !== last?.dataset.ts))
      toEnd(scroller, lastNow);
    else if (wasAtEnd && !seesLast) scroller.scrollTop = scroller.scrollHeight;
    else
      scroller.scrollTop = first?.isConnected && first !== firstNow ? scroller.scrollHeight - fromEnd : top;
  };
}

/** The end of the list, but never past the beginning of a last message that is taller than the window. */
/** @param {HTMLElement} scroller @param {HTMLElement | undefined} last */
function toEnd(scroller, last) {
  scroller.scrollTop = scroller.scrollHeight;
  if (last && topOf(scroller, last) < 0) scroller.scrollTop += topOf(scroller, last) - 8;
}

/** @param {HTMLElement} scroller @param {Element} node */
function topOf(scroller, node) {
  return node.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/** @param {HTMLElement} scroller @returns {[HTMLElement | undefined, HTMLElement | undefined]} */
function ends(scroller) {
  const all = scroller.querySelectorAll('article');
  return [all[0], all[all.length - 1]];
}

/**
 * Remembers which control of which message has the focus; the returned function finds it again when the message
 * was drawn anew.
 * @param {HTMLElement} list
 * @returns {() => void}
 */
export function restoreFocus(list) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const row = active?.closest('article');
  if (!active || !row || !list.contains(row)) return () => {};
  const { ts } = row.dataset;
  const control = active.closest('[data-action-id], [data-reaction]');
  const marks = ['data-action-id', 'data-reaction'].flatMap((name) => {
    const value = control?.getAttribute(name);
    return value ? [`[${name}="${CSS.escape(value)}"]`] : [];
  });
  return () => {
    if (active.isConnected) return;
    const again = /** @type {HTMLElement | null} */ (
      list.querySelector(`article[data-ts="${CSS.escape(ts ?? '')}"]`)
    );
    const same = /** @type {HTMLElement | null} */ (
      marks[0] ? (again?.querySelector(marks[0]) ?? null) : null
    );
    (same ?? again)?.focus();
  };
}

/**
 * One message of the list can be reached with Tab; the arrow keys move from message to message.
 * @param {HTMLElement} list
 */
export function walkWithArrows(list) {
  const rows = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('article')]);
  new MutationObserver(() => {
    const all = rows();
    if (!all.some((row) => row.tabIndex === 0)) all.at(-1)?.setAttribute('tabindex', '0');
  }).observe(list, { childList: true });
  list.addEventListener('focusin', (event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('article');
    if (row) for (const other of rows()) other.tabIndex = other === row ? 0 : -1;
  });
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const all = rows();
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
    if (step === 0 || at < 0 || event.altKey) return;
    all[at + step]?.focus();
    event.preventDefault();
  });
}
