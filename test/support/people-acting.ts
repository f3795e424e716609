import type { PracticeView } from '../../src/practice/control.ts';
import type { Practice } from '../../src/practice/practice-server.ts';
import { eventually } from './eventually.ts';
import { type ChannelName, channelId, idOf, type PersonName, type Said } from './practice-names.ts';
import { type Control, controlsIn, fieldsOf, labelOf, optionsOf, type Shape } from './shown.ts';

/** What people do. */
export function peopleActing({ control, state, message: messageAt, viewOf }: Practice) {
  const formOf = (person: PersonName): Promise<PracticeView> =>
    eventually(() => viewOf(idOf(person)), `${person} sees a form`);
  const message = ({ channel, ts }: Said) => {
    const found = messageAt(channel, ts);
    if (found) return found;
    return state().messages.find((each) => each.channel === channel && each.ts === ts);
  };
  const use = (person: PersonName, at: Said, control_: Control, value?: string) =>
    control.press({
      as: idOf(person),
      in: { channel: at.channel, ts: at.ts },
      blockId: control_.blockId,
      actionId: String(control_.element.action_id),
      ...(value !== undefined && { value }),
    });
  const controlIn = (at: Said, label: string) =>
    eventually(
      () => controlsIn(message(at)?.blocks).find((each) => labelOf(each) === label),
      `“${label}” on the message`,
    );
  return {
    say(person: PersonName, text: string, more: SayMore = {}): Said {
      const channel = more.channel ?? channelId(more.in ?? 'support');
      const threadTs = more.thread?.ts;
      const { ts } = control.say({
        as: idOf(person),
        channel: more.thread?.channel ?? channel,
        text,
        ...(threadTs !== undefined && { threadTs }),
        ...(more.files && { files: more.files }),
      });
      return { channel: more.thread?.channel ?? channel, ts };
    },
    sayDirectly(person: PersonName, text: string): Said {
      const { channel } = control.direct({ as: idOf(person) });
      return { channel, ts: control.say({ as: idOf(person), channel, text }).ts };
    },
    edit: (person: PersonName, said: Said, text: string) =>
      control.edit({ as: idOf(person), ...at(said), text }),
    remove: (person: PersonName, said: Said) => control.remove({ as: idOf(person), ...at(said) }),
    react: (person: PersonName, said: Said, name: string) =>
      control.react({ as: idOf(person), ...at(said), name }),
    command: (person: PersonName, text: string, channel: ChannelName = 'support') =>
      control.command({ as: idOf(person), channel: channelId(channel), text }),
    shortcutOn: (person: PersonName, said: Said) =>
      control.shortcut({ as: idOf(person), callbackId: 'create_ticket', ...at(said) }),
    /** Presses the button with this label on a message. */
    press: async (person: PersonName, on: Said, label: string) => use(person, on, await controlIn(on, label)),
    /** Picks an entry, told by its label, in the menu with this placeholder. */
    async pick(person: PersonName, on: Said, menu: string, entry: string) {
      const found = await eventually(() => {
        const control_ = controlsIn(message(on)?.blocks ?? []).find((each) => labelOf(each) === menu);
        const option = control_ && optionsOf(control_).find(({ label }) => label === entry);
        return option && { control_, option };
      }, `“${entry}” under “${menu}”`);
      return use(person, on, found.control_, found.option.value);
    },
    async pressHome(person: PersonName, label: string) {
      const home = state().homes[idOf(person)] as Shape;
      const found = controlsIn(home.blocks).find((each) => labelOf(each) === label)!;
      const actionId = String(found.element.action_id);
      return control.press({
        as: idOf(person),
        in: { homeOf: idOf(person) },
        blockId: found.blockId,
        actionId,
      });
    },
    openHome: (person: PersonName) => control.openHome({ as: idOf(person) }),
    formOf,
    /** Fills the open form by label and sends it; answers the problems by label. */
    async submit(person: PersonName, values: Readonly<Record<string, string>>) {
      const open = await formOf(person);
      const fields = fieldsOf(open.view as Shape);
      const filled: Record<string, Record<string, unknown>> = {};
      for (const [label, value] of Object.entries(values)) {
        const field = fields.get(label);
        if (!field) throw new Error(`The form has the fields ${[...fields.keys()]}`);
        filled[field.blockId] = { [String(field.element.action_id)]: stateOf(field, value) };
      }
      const { errors = {} } = await control.submit({ as: idOf(person), viewId: open.id, values: filled });
      const labels = new Map([...fields].map(([label, { blockId }]) => [blockId, label]));
      return Object.fromEntries(
        Object.entries(errors).map(([block, text]) => [labels.get(block) ?? block, text]),
      );
    },
    closeForm: async (person: PersonName) =>
      control.close({ as: idOf(person), viewId: (await formOf(person)).id }),
  };
}

type SayMore = {
  readonly in?: ChannelName;
  readonly channel?: string;
  readonly thread?: Said;
  readonly files?: { name: string; mimetype: string; contentBase64: string }[];
};

function at({ channel, ts }: Said): Said {
  return { channel, ts };
}

function stateOf(field: Control, value: string): unknown {
  const type = String(field.element.type);
  if (type === 'static_select') {
    const option = optionsOf(field).find(({ label }) => label === value);
    if (!option) throw new Error(`The menu offers ${optionsOf(field).map(({ label }) => label)}`);
    return { type, selected_option: { text: { type: 'plain_text', text: value }, value: option.value } };
  }
  if (type === 'users_select') return { type, selected_user: value };
  if (type === 'datetimepicker') return { type, selected_date_time: Math.floor(Date.parse(value) / 1000) };
  return { type, value };
}
