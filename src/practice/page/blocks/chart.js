import { element, svg } from '../element.js';
import { asKit, asList, asNumber, asText } from './kit.js';

/** @import { Kit } from './kit.js' */

/** @typedef {{ label: string, value: number }} Point */
/** @typedef {{ name: string, points: Point[] }} Series */

const width = 440;
const height = 180;
const left = 36;
const bottom = 24;

/**
 * A `data_visualization` block: bar, line, area or pie, as a small picture with its figures in words beside it.
 * @param {Kit} block
 * @returns {HTMLElement}
 */
export function chartBlock(block) {
  const chart = asKit(block.chart);
  const kind = asText(chart.type);
  const series = kind === 'pie' ? [{ name: '', points: pointsOf(chart.segments) }] : seriesOf(chart);
  const words = series
    .map(
      ({ name, points }) =>
        `${name ? `${name}: ` : ''}${points.map((point) => `${point.label} ${point.value}`).join(', ')}`,
    )
    .join('. ');
  const title = asText(block.title);
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'img', 'aria-label': `${title}. ${words}` },
    ...(kind === 'pie' ? pie(series[0]?.points ?? []) : axes(series, kind)),
  );
  const names =
    kind === 'pie'
      ? (series[0]?.points.map((point) => `${point.label} ${point.value}`) ?? [])
      : series.map(({ name }) => name);
  const legend =
    names.length > 1 &&
    element(
      'ul',
      { class: 'legend' },
      ...names.map((name, index) => element('li', { class: `tint-${index % 6}` }, name)),
    );
  return element('figure', { class: 'chart-box' }, element('figcaption', {}, title), picture, legend);
}

/** @param {Kit} chart @returns {Series[]} */
function seriesOf(chart) {
  return asList(chart.series).map((series) => ({ name: asText(series.name), points: pointsOf(series.data) }));
}

/** @param {unknown} points @returns {Point[]} */
function pointsOf(points) {
  return asList(points).map((point) => ({ label: asText(point.label), value: asNumber(point.value) ?? 0 }));
}

/** @param {Series[]} series @param {string} kind @returns {SVGElement[]} */
function axes(series, kind) {
  const labels = series[0]?.points.map((point) => point.label) ?? [];
  const most = Math.max(1, ...series.flatMap(({ points }) => points.map((point) => point.value)));
  const step = (width - left - 8) / Math.max(1, labels.length);
  const y = (/** @type {number} */ value) =>
    height - bottom - (Math.max(0, value) / most) * (height - bottom - 12);
  const x = (/** @type {number} */ index) => left + step * (index + 0.5);
  const every = Math.ceil(labels.length / 8);
  const marks = [0, most / 2, most].flatMap((value) => [
    svg('line', { x1: left, x2: width - 8, y1: y(value), y2: y(value), class: 'chart-line' }),
    svg(
      'text',
      { x: left - 6, y: y(value) + 4, class: 'chart-text', 'text-anchor': 'end' },
      String(Math.round(value * 10) / 10),
    ),
  ]);
  const names = labels.flatMap((label, index) =>
    index % every === 0
      ? [svg('text', { x: x(index), y: height - 7, class: 'chart-text', 'text-anchor': 'middle' }, label)]
      : [],
  );
  const shapes = series.flatMap(({ points }, at) => {
    const tint = `tint-${at % 6}`;
    if (kind === 'bar') {
      const bar = (step * 0.7) / series.length;
      return points.map((point, index) =>
        svg('rect', {
          x: x(index) - step * 0.35 + bar * at,
          y: y(point.value),
          width: bar,
          height: height - bottom - y(point.value),
          rx: 2,
          class: `${tint} chart-fill`,
        }),
      );
    }
    const path = points.map((point, index) => `${x(index)},${y(point.value)}`).join(' ');
    const line = svg('polyline', { points: path, class: `${tint} chart-stroke` });
    if (kind !== 'area') return [line];
    const floor = `${x(points.length - 1)},${y(0)} ${x(0)},${y(0)}`;
    return [svg('polygon', { points: `${path} ${floor}`, class: `${tint} chart-area` }), line];
  });
  return [...marks, ...names, ...shapes];
}

/** @param {Point[]} points @returns {SVGElement[]} */
function pie(points) {
  const total = points.reduce((sum, point) => sum + Math.max(0, point.value), 0) || 1;
  const radius = 34;
  const around = 2 * Math.PI * radius;
  let turned = 0;
  return points.map((point, index) => {
    const share = Math.max(0, point.value) / total;
    // Each segment is a thick dashed circle: one dash as long as its share, turned to where the last one ended.
    const segment = svg('circle', {
      cx: width / 2,
      cy: height / 2,
      r: radius,
      class: `tint-${index % 6} chart-pie`,
      'stroke-dasharray': `${share * around} ${around}`,
      transform: `rotate(${turned * 360 - 90} ${width / 2} ${height / 2})`,
    });
    turned += share;
    return segment;
  });
}
