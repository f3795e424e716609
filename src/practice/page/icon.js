import { svg } from './element.js';

/** Line icons on a 20 by 20 grid, drawn for this page. */
const paths = {
  reply: 'M8 5 3.5 9.5 8 14M4 9.500h7.500a5 5 0 0 1 5 5V16',
  smile:
    'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM7 11.500c.7 1.2 1.8 1.8 3 1.800s2.3-.6 3-1.800M7.5 8h.01M12.5 8h.01',
  ticket: 'M3 6.500h14v2.200a1.5 1.5 0 0 0 0 2.600v2.200H3v-2.200a1.5 1.5 0 0 0 0-2.600V6.500Zm8.5 1.500v4',
  pencil: 'm4 16 .8-3.200L13.5 4l2.5 2.5-8.7 8.700L4 16Z',
  trash: 'M4 6h12M8 6V4h4v2m-6.5 0 .7 10h7.600l.7-10',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  close: 'm5 5 10 10M15 5 5 15',
  clip: 'm14.5 9-5 5a3 3 0 0 1-4.2-4.200l6-6a2 2 0 0 1 2.8 2.800l-5.6 5.600a.8.8 0 0 1-1.2-1.200l4.7-4.7',
  send: 'M3.5 10 16.5 4l-4 12.5-3-5.5-6-1Zm6 1 3-3',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  clock: 'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.800V10l2.800 1.800',
  sun: 'M10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.500M10 16.500V18M2 10h1.500M16.5 10H18M4.3 4.300l1.1 1.100M14.6 14.600l1.1 1.100M15.7 4.300l-1.1 1.100M5.4 14.600l-1.1 1.1',
  moon: 'M16 11.500A6.5 6.5 0 0 1 8.5 4 6.5 6.5 0 1 0 16 11.500Z',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 4 4',
  down: 'm5.5 8 4.5 4.500L14.5 8',
  home: 'M3.5 9.5 10 4l6.5 5.500M5.5 8.500V16h9V8.5',
  lock: 'M6 9V7a4 4 0 0 1 8 0v2M4.8 9h10.400v7H4.800V9Z',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  file: 'M5.5 3h6l3 3v11h-9V3Zm6 0v3h3',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Zm7.5 2.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400Z',
  pin: 'M7 3h6l-.8 5 2.3 2.500h-9L7.8 8 7 3Zm3 7.500V17',
  link: 'M8.5 11.500a3 3 0 0 0 4.2 0l2.8-2.800a3 3 0 0 0-4.2-4.200L10.500 5.300m1 3.200a3 3 0 0 0-4.2 0l-2.8 2.800a3 3 0 0 0 4.2 4.200l.8-.8',
  archive: 'M3.5 4.500h13v3h-13Zm1 3v8h11v-8M8.5 10.500h3',
  copy: 'M7 7h9v9H7V7Zm-3 6V4h9',
  thumbUp:
    'M6 9v7H3.500V9H6Zm0 0 3.5-6c1.2 0 1.9.9 1.7 2L10.5 8h4.800c1 0 1.6.9 1.3 1.800l-1.5 5c-.2.7-.8 1.2-1.5 1.200H6',
  thumbDown:
    'M14 11V4h2.500v7H14Zm0 0-3.5 6c-1.2 0-1.9-.9-1.7-2l.7-3H4.700c-1 0-1.6-.9-1.3-1.800l1.5-5C5.1 4.5 5.7 4 6.4 4H14',
};

/** @typedef {keyof typeof paths} IconName */

/**
 * A small picture that says nothing to screen readers; the control around it carries the label.
 * @param {IconName} name
 * @returns {SVGElement}
 */
export function icon(name) {
  return svg(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: paths[name] }),
  );
}
