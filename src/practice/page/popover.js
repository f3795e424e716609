/**
 * Opens a small floating panel at its anchor. It closes on Escape, on a click elsewhere, and gives the focus back.
 * @param {HTMLElement} anchor
 * @param {HTMLElement} panel
 * @param {() => void} [onClosed]
 * @returns {() => void} closes the panel
 */
export function openPopover(anchor, panel, onClosed = () => {}) {
  panel.setAttribute('popover', 'auto');
  panel.classList.add('popover');
  // A modal dialog makes everything outside of it inert, so the panel lives inside.
  (anchor.closest('dialog') ?? document.body).append(panel);
  anchor.setAttribute('aria-expanded', 'true');
  panel.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
    const hadFocus = panel.contains(document.activeElement) || document.activeElement === document.body;
    anchor.setAttribute('aria-expanded', 'false');
    panel.remove();
    if (hadFocus && anchor.isConnected) anchor.focus();
    onClosed();
  });
  panel.showPopover();
  // Callers fill the panel after it is open; it is measured once they are done, still before it is painted.
  queueMicrotask(() => place(anchor, panel));
  return () => {
    if (panel.isConnected) panel.hidePopover();
  };
}

/**
 * Whether something lies over the page that Escape should close first.
 */
export function isSomethingOpen() {
  return document.querySelector(':popover-open, dialog[open]') !== null;
}

/**
 * Moves the focus among the items of a panel with the arrow keys.
 * @param {HTMLElement} panel
 * @param {string} selector
 */
export function moveWithArrows(panel, selector) {
  panel.addEventListener('keydown', (event) => {
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (!step) return;
    const items = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll(selector)]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    items[(at + step + items.length) % items.length]?.focus();
    event.preventDefault();
  });
}

/** Below the anchor when there is room, otherwise above, and always inside the window. */
/** @param {HTMLElement} anchor @param {HTMLElement} panel */
function place(anchor, panel) {
  const at = anchor.getBoundingClientRect();
  const room = 8;
  const below = innerHeight - at.bottom - room;
  const above = at.top - room;
  panel.style.minWidth = `${Math.min(at.width, 320)}px`;
  panel.style.maxHeight = `${Math.max(below, above) - room}px`;
  const { width, height } = panel.getBoundingClientRect();
  const top = height <= below || below >= above ? at.bottom + 4 : at.top - height - 4;
  panel.style.top = `${Math.max(room, top)}px`;
  panel.style.left = `${Math.max(room, Math.min(at.left, innerWidth - width - room))}px`;
}
