/** @import { App } from './app.js' */
/** @import { Upload } from './sending.js' */
import { element } from './element.js';
import { icon } from './icon.js';

/** Larger files say nothing more about how the desk treats files, and would slow the page. */
const mostBytes = 5 * 1024 * 1024;

/**
 * Files to go with the next message: chosen, or dropped on the composer.
 * @param {App} app
 * @param {() => void} onChange
 */
export function createAttachments(app, onChange) {
  /** @type {File[]} */
  let files = [];
  const chooser = element('input', {
    type: 'file',
    multiple: true,
    class: 'hidden-words',
    tabindex: -1,
    'aria-hidden': 'true',
    on: { change: onChosen },
  });
  const button = element(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Attach files',
      title: 'Attach files',
      on: { click: () => chooser.click() },
    },
    icon('clip'),
  );
  const list = element('ul', { class: 'attachments', hidden: true });
  const wrapped = element('span', { class: 'attach' }, button, chooser);
  return {
    button: wrapped,
    list,
    isEmpty: () => files.length === 0,
    clear: () => set([]),
    /** Reads the files and empties the list. @returns {Promise<Upload[]>} */
    async take() {
      const taken = files;
      set([]);
      return Promise.all(taken.map(upload));
    },
    drop: {
      dragover: (/** @type {DragEvent} */ event) => event.preventDefault(),
      drop: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        add([...(event.dataTransfer?.files ?? [])]);
      },
    },
  };

  function onChosen() {
    add([...(chooser.files ?? [])]);
    // The same file may be chosen again after it was removed.
    chooser.value = '';
  }

  /** @param {File[]} more */
  function add(more) {
    const fitting = more.filter((file) => file.size <= mostBytes);
    if (fitting.length < more.length) app.warn('Files up to 5 MB can be attached here.');
    set([...files, ...fitting]);
    onChange();
  }

  /** @param {File[]} next */
  function set(next) {
    files = next;
    list.hidden = files.length === 0;
    list.replaceChildren(
      ...files.map((file) => {
        const remove = () => {
          set(files.filter((known) => known !== file));
          onChange();
        };
        return element(
          'li',
          {},
          icon('file'),
          file.name,
          element(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': `Remove ${file.name}`,
              on: { click: remove },
            },
            icon('close'),
          ),
        );
      }),
    );
  }
}

/** @param {File} file @returns {Promise<Upload>} */
async function upload(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name, mimetype: file.type || 'application/octet-stream', contentBase64: btoa(binary) };
}
