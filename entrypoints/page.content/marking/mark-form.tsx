import { render } from 'preact';
import { MarkForm } from '#components/chip/MarkForm.tsx';
import type { MarkFormProps } from '#components/chip/MarkForm.tsx';
import noticeCss from '#components/chip/box-notice.css?inline';
import formCss from '#components/chip/mark-form.css?inline';
import tokensCss from '#components/tokens.css?inline';
import type { DrawOnPage, Surface } from '../surface.ts';

/** Asks a person about the post that they have selected, at the foot of the page; one form at a time. */
export interface MarkFormBoard {
  ask(question: Pick<MarkFormProps, 'quote' | 'author' | 'brands' | 'brandId' | 'onSave'>): void;
  clear(): void;
}

/** Creates a board that adds nothing to the page until something is asked. */
export function createMarkForm({
  doc,
  createSurface,
  measureTheme,
}: DrawOnPage & { doc: Document }): MarkFormBoard {
  let surface: Surface | null = null;

  const clear = () => {
    if (surface) render(null, surface.root);
    surface?.host.remove();
    surface = null;
  };

  return {
    ask({ onSave, ...question }) {
      clear();
      surface = createSurface(doc, tokensCss + noticeCss + formCss, 'contents');
      doc.body.append(surface.host);
      // No press of it is guarded: what it stores is what a page can tell of its own posts anyway.
      render(
        <MarkForm
          {...question}
          theme={measureTheme(doc.body)}
          onSave={(choice) => {
            clear();
            onSave(choice);
          }}
          onCancel={clear}
        />,
        surface.root,
      );
    },
    clear,
  };
}
