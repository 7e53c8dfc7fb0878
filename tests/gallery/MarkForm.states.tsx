import { buildMarkForm } from '#components/chip/mark-form.ts';
import type { MarkFormOptions } from '#components/chip/mark-form.ts';
import { markWords } from '#components/chip/mark-words.ts';
import noticeCss from '#components/chip/box-notice.css?inline';
import formCss from '#components/chip/mark-form.css?inline';
import tokens from '#components/tokens.css?inline';
import { HTML } from './samples.ts';
import type { States } from './states.ts';

const theme = new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light';
const acme = { id: 'acme', name: 'Acme' };
const bolt = { id: 'bolt', name: 'Bolt' };

interface FormState extends Partial<MarkFormOptions> {
  /** Somebody has pressed its button. */
  isPressed?: boolean;
}

/** It is drawn without Preact, so it is put into a box that Preact keeps. */
function aForm({ isPressed = false, ...over }: FormState = {}) {
  const put = (box: HTMLElement | null) => {
    if (!box) return;
    const form = buildMarkForm(document, {
      quote: 'My kettle boils over, and the lid will not close. Has anybody seen that before?',
      author: 'ada_example',
      brands: [acme],
      brandId: 'acme',
      theme,
      onSave: async () => null,
      onCancel: () => undefined,
      ...over,
    });
    box.replaceChildren(form.element);
    if (isPressed) form.element.querySelector('form')?.requestSubmit();
  };
  return <div ref={put} />;
}

export const gallery: States = {
  width: 420,
  // In a page it stands at the foot of the window; here each stands in its place.
  shadowCss: `${tokens}${noticeCss}${formCss} .notice { position: static !important; }`,
  states: {
    open: () => aForm(),
    unknownAuthor: () => aForm({ author: '' }),
    severalBrands: () => aForm({ brands: [acme, bolt], brandId: '' }),
    noAuthor: () => aForm({ author: '', isPressed: true }),
    noBrandChosen: () => aForm({ brands: [acme, bolt], brandId: '', isPressed: true }),
    saving: () => aForm({ isPressed: true, onSave: () => new Promise(() => undefined) }),
    refused: () => aForm({ isPressed: true, onSave: async () => markWords.refused }),
    hostile: () => aForm({ quote: HTML.repeat(4), author: HTML.repeat(3) }),
  },
};
