import { createPicker } from '../picker.js';
import { keptValue, registerField } from './frame.js';
import { asKit, asList, asNumber, asText, asTexts } from './kit.js';
import { tell } from './press.js';

/** @import { OptionGroup } from '../picker.js' */
/** @import { Frame, Spot } from './frame.js' */
/** @import { Kit } from './kit.js' */

/**
 * How each kind of menu gets its options, and the names its value has in Slack's state.
 * @type {Record<string, { one: string, many: string, initial: string, initialMany: string, groups: (part: Kit, frame: Frame) => OptionGroup[] }>}
 */
const sources = {
  static: {
    one: 'selected_option',
    many: 'selected_options',
    initial: 'initial_option',
    initialMany: 'initial_options',
    groups: staticGroups,
  },
  external: {
    one: 'selected_option',
    many: 'selected_options',
    initial: 'initial_option',
    initialMany: 'initial_options',
    groups: staticGroups,
  },
  users: {
    one: 'selected_user',
    many: 'selected_users',
    initial: 'initial_user',
    initialMany: 'initial_users',
    groups: peopleGroups,
  },
  conversations: {
    one: 'selected_conversation',
    many: 'selected_conversations',
    initial: 'initial_conversation',
    initialMany: 'initial_conversations',
    groups: channelGroups,
  },
  channels: {
    one: 'selected_channel',
    many: 'selected_channels',
    initial: 'initial_channel',
    initialMany: 'initial_channels',
    groups: channelGroups,
  },
};

/**
 * Any of Slack's select menus, for one or for many.
 * @param {Kit} part
 * @param {Frame} frame
 * @param {Spot} spot
 * @returns {HTMLElement}
 */
export function selectPart(part, frame, spot) {
  const type = asText(part.type);
  const many = type.startsWith('multi_');
  const source = sources[type.replace('multi_', '').replace('_select', '')] ?? sources.static;
  if (!source) throw new Error('The table of menus is empty.');
  const isOption = source.one === 'selected_option';
  const groups = source.groups(part, frame);
  const options = [
    ...asList(part.options),
    ...asList(part.option_groups).flatMap((group) => asList(group.options)),
  ];
  const before = keptValue(frame, spot) ?? {
    [source.one]: part[source.initial],
    [source.many]: part[source.initialMany],
  };
  let chosen = many ? valuesOf(before[source.many]) : valuesOf([before[source.one]]);

  if (frame.surface !== 'message') {
    registerField(frame, spot, () => {
      const picked = chosen.map((value) =>
        isOption ? options.find((option) => option.value === value) : value,
      );
      return { type, [many ? source.many : source.one]: many ? picked : (picked[0] ?? null) };
    });
  }
  const picker = createPicker({
    label: spot.label || asText(part.placeholder) || 'Choose',
    placeholder: asText(part.placeholder) || 'Choose',
    groups,
    chosen,
    choose: many ? 'many' : 'one',
    most: asNumber(part.max_selected_items),
    onChange(values) {
      chosen = values;
      if (!spot.inInput) void tell(frame, { part, spot, control: picker, value: many ? values : values[0] });
    },
  });
  picker.dataset.actionId = spot.actionId;
  return picker;
}

/** @param {unknown} chosen options or ids @returns {string[]} */
function valuesOf(chosen) {
  if (!Array.isArray(chosen)) return [];
  const ids = asTexts(chosen);
  return ids.length > 0 ? ids : chosen.map((option) => asText(asKit(option).value)).filter(Boolean);
}

/** @param {Kit} part @returns {OptionGroup[]} */
function staticGroups(part) {
  const groups = asList(part.option_groups).map((group) => ({
    label: asText(group.label),
    options: optionsOf(group),
  }));
  return groups.length > 0 ? groups : [{ options: optionsOf(part) }];
}

/** @param {Kit} holder */
function optionsOf(holder) {
  return asList(holder.options).map((option) => ({
    value: asText(option.value),
    label: asText(option.text),
    description: asText(option.description),
  }));
}

/** @param {Kit} _part @param {Frame} frame @returns {OptionGroup[]} */
function peopleGroups(_part, frame) {
  const people = frame.people().filter((person) => !person.isBot);
  return [
    {
      options: people.map((person) => ({
        value: person.id,
        label: person.realName,
        description: person.note,
      })),
    },
  ];
}

/** @param {Kit} _part @param {Frame} frame @returns {OptionGroup[]} */
function channelGroups(_part, frame) {
  const channels = frame.channels().filter((channel) => channel.kind !== 'direct' && !channel.archived);
  return [{ options: channels.map((channel) => ({ value: channel.id, label: `#${channel.name}` })) }];
}
