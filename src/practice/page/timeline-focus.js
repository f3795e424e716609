/**
 * Remembers where the reader stands before a redraw; the returned function puts them back. Someone at the end
 * stays at the end, someone reading further up is not moved.
 * @param {HTMLElement} scroller
 * @param {'jump to the end' | 'stay'} how
 * @returns {() => void}
 */
export function keepReadingPlace(scroller, how) {
  const fromEnd = scroller.scrollHeight - scroller.scrollTop;
  const wasAtEnd = fromEnd - scroller.clientHeight < 80;
  const top = scroller.scrollTop;
  const first = scroller.querySelector('article');
  return () => {
    const addedAbove = first?.isConnected && first !== scroller.querySelector('article');
    if (how === 'jump to the end' || wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
    else scroller.scrollTop = addedAbove ? scroller.scrollHeight - fromEnd : top;
  };
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
