import { toParagraphs, toTextLines } from './html-lines.ts';
import { loadScript } from './load-script.ts';
import type { Mount, MountedEditor, Place } from './mount.ts';

/** What of CKEditor 4 is used here; the package carries no types. */
interface CKEditor4 {
  getData(): string;
  setData(html: string, options: { callback(): void }): void;
  on(name: string, listener: () => void): void;
  resetUndo(): void;
  window: { $: Window };
}
interface CKEditor4Global {
  inline(element: HTMLElement, config: object): CKEditor4;
  replace(element: HTMLElement, config: object): CKEditor4;
  disableAutoInline: boolean;
}
declare global {
  interface Window {
    CKEDITOR?: CKEditor4Global;
    CKEDITOR_BASEPATH?: string;
  }
}

const config = { customConfig: '', versionCheck: false, language: 'en', height: 120 };

/** CKEditor 4 on an element of the page. */
export const mountCKEditor4: Mount = async (place) => {
  const maker = await load();
  maker.disableAutoInline = true;
  const box = document.createElement('div');
  box.id = 'box';
  box.contentEditable = 'true';
  place.host.append(box);
  return finish(place, maker.inline(box, config), false);
};

/** CKEditor 4 in place of a textarea, in a frame of its own: what most forums have. */
export const mountCKEditor4Frame: Mount = async (place) => {
  const maker = await load();
  const box = document.createElement('textarea');
  box.id = 'box';
  place.host.append(box);
  return finish(place, maker.replace(box, config), true);
};

async function finish(
  { initial, onText }: Place,
  editor: CKEditor4,
  isFrame: boolean,
): Promise<MountedEditor> {
  await new Promise<void>((resolve) => editor.on('instanceReady', resolve));
  const readState = () => toTextLines(editor.getData());
  const reset = () =>
    new Promise<void>((resolve) => {
      editor.setData(toParagraphs(initial), { callback: resolve });
    });
  await reset();
  editor.resetUndo();
  editor.on('change', () => onText(readState()));
  const again = () => void reset().then(() => onText(initial));
  const mounted = { readState, reset: again };
  return isFrame ? { ...mounted, view: editor.window.$ } : mounted;
}

async function load(): Promise<CKEditor4Global> {
  window.CKEDITOR_BASEPATH = '/ckeditor4/';
  await loadScript('/ckeditor4/ckeditor.js');
  if (!window.CKEDITOR) throw new Error('no CKEditor 4');
  return window.CKEDITOR;
}
