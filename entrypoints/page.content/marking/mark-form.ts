import { buildMarkForm } from '#components/chip/mark-form.ts';
import type { MarkFormOptions } from '#components/chip/mark-form.ts';
import noticeCss from '#components/chip/box-notice.css?inline';
import formCss from '#components/chip/mark-form.css?inline';
import tokensCss from '#components/tokens.css?inline';
import type { NoticeBoard } from '../notice.tsx';
import type { DrawOnPage, Surface } from '../surface.ts';

export interface MarkFormBoardOptions extends DrawOnPage {
  doc: Document;
  notices: Pick<NoticeBoard, 'say'>;
}

/** Asks a person about the post that they have selected, at the foot of the page; one form at a time. */
export interface MarkFormBoard {
  /** The form stays until its choice is taken or the person closes it; a refusal after that is said on the page. */
  ask(question: Pick<MarkFormOptions, 'quote' | 'author' | 'brands' | 'brandId' | 'onSave'>): void;
  clear(): void;
}

/** Creates a board that adds nothing to the page until something is asked. */
export function createMarkForm(options: MarkFormBoardOptions): MarkFormBoard {
  const { doc, createSurface, measureTheme, notices } = options;
  let surface: Surface | null = null;
  let hadFocus: Element | null = null;

  const clear = () => {
    if (!surface) return;
    const { host } = surface;
    // The person may be elsewhere on the page by now.
    const back = doc.activeElement === host ? hadFocus : null;
    surface = null;
    hadFocus = null;
    host.remove();
    if (back?.isConnected === true) (back as HTMLElement).focus({ preventScroll: true });
  };

  return {
    ask({ onSave, ...question }) {
      clear();
      hadFocus = findFocused(doc);
      const asked = createSurface(doc, tokensCss + noticeCss + formCss, 'contents');
      surface = asked;
      doc.body.append(asked.host);
      // No press of it is guarded: what it stores is what a page can tell of its own posts anyway.
      const form = buildMarkForm(doc, {
        ...question,
        theme: measureTheme(doc.body),
        async onSave(choice) {
          const refusal = await onSave(choice);
          if (surface !== asked) {
            if (refusal !== null) notices.say(refusal);
          } else if (refusal === null) clear();
          return refusal;
        },
        onCancel: clear,
      });
      asked.root.append(form.element);
      form.focus();
    },
    clear,
  };
}

/** In open shadow roots too: the page may keep all of itself in them. */
function findFocused(doc: Document): Element | null {
  let focused = doc.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
