/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, unknown> & { on?: Record<string, (event: any) => void> }} Properties */

const asProperty = new Set(['value', 'checked', 'disabled', 'hidden', 'selected', 'multiple']);

/**
 * Builds one HTML element. Strings become text nodes and nothing here ever parses markup,
 * so what people write cannot turn into elements.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties] attributes; `on` holds event listeners; false, null and undefined are left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false || name === 'on') continue;
    if (asProperty.has(name)) Reflect.set(node, name, value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(properties.on ?? {})) node.addEventListener(name, listener);
  node.append(...present(children));
  return node;
}

/**
 * The children that are there.
 * @param {readonly Child[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return children.flatMap((child) =>
    child === null || child === undefined || child === false ? [] : [child],
  );
}

/**
 * Builds one SVG element (attributes only).
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * Puts these children in place without touching those that already stand where they should,
 * so that focus, selection and scroll position survive a redraw.
 * @param {Element} parent
 * @param {readonly Node[]} children
 */
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const old of [...parent.childNodes]) if (!wanted.has(/** @type {ChildNode} */ (old))) old.remove();
  let place = parent.firstChild;
  for (const child of children) {
    if (child === place) place = place.nextSibling;
    else parent.insertBefore(child, place);
  }
}
