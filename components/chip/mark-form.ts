import type { Attempt, Refusal } from '#components/ui/attempt.ts';
import { markWords as words } from './mark-words.ts';

/** What a person has said of a selected post. */
export interface MarkChoice {
  author: string;
  brandId: string;
}

export interface MarkFormOptions {
  /** The beginning of what is selected. */
  quote: string;
  /** Empty where none was found near the text. */
  author: string;
  brands: readonly { id: string; name: string }[];
  /** Empty where it is not clear which one is meant. */
  brandId: string;
  /** By the page's measured background, not by the system's setting. */
  theme: 'light' | 'dark';
  /** Refused, the form stays as it was filled in and says why. */
  onSave: Attempt<[choice: MarkChoice]>;
  onCancel: () => void;
}

export interface MarkForm {
  element: HTMLElement;
  /** Puts the focus where the first answer goes. */
  focus(): void;
}

/** Pages listen for single keys, and close what is open on a press elsewhere. */
const KEPT_FROM_PAGE = [
  'click',
  'pointerdown',
  'mousedown',
  'mouseup',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'paste',
];

/**
 * Asks what a page does not tell of a selected post: who wrote it, and of which brand it speaks. Without Preact: its
 * script comes alone, and that would be more than a third of it.
 */
export function buildMarkForm(doc: Document, options: MarkFormOptions): MarkForm {
  const { brands, onSave, onCancel } = options;
  const make = createMaker(doc);
  const author = make('input', { class: 'input', type: 'text', autocomplete: 'off', dir: 'auto' });
  author.maxLength = 200;
  author.value = options.author;
  author.setAttribute('aria-describedby', 'about-author');
  const aboutAuthor = make('p', { class: 'hint', id: 'about-author' });
  const brand = make('select', { class: 'input', 'aria-describedby': 'problem' });
  const choices = options.brandId === '' ? [{ id: '', name: words.chooseBrand }] : [];
  brand.append(
    ...[...choices, ...brands].map(({ id, name }) => make('option', { value: id }, name)),
  );
  brand.value = options.brandId;
  const problem = make('p', { class: 'hint', id: 'problem', role: 'alert' });
  // Not disabled: that would take the focus away from who pressed it.
  const save = make('button', { class: 'act', type: 'submit' });
  const cancel = make('button', { class: 'act act-quiet', type: 'button' }, words.cancel);
  cancel.addEventListener('click', onCancel);

  const toRow = (label: string, field: HTMLElement) => {
    const row = make('label', { class: 'row' });
    row.append(make('span', {}, label), field);
    return row;
  };
  const acts = make('div', { class: 'acts' });
  acts.append(save, cancel);
  const form = make('form', {});
  form.append(
    make('p', { class: 'text title' }, words.title),
    make('p', { class: 'text quote', dir: 'auto' }, options.quote),
    toRow(words.author, author),
    aboutAuthor,
    ...(brands.length > 1 ? [toRow(words.brand, brand)] : []),
    problem,
    acts,
  );
  const element = make('div', {
    class: 'notice mark',
    'data-theme': options.theme,
    'data-place': 'foot',
    role: 'dialog',
    'aria-label': words.title,
  });
  element.append(form);

  let isBusy = false;
  const show = (missing: keyof MarkChoice | null, refused: Refusal) => {
    const lacksAuthor = missing === 'author';
    author.setAttribute('aria-invalid', String(lacksAuthor));
    aboutAuthor.textContent = lacksAuthor ? words.noAuthor : words.authorHint;
    if (lacksAuthor) aboutAuthor.setAttribute('role', 'alert');
    else aboutAuthor.removeAttribute('role');
    brand.setAttribute('aria-invalid', String(missing === 'brandId'));
    problem.textContent = missing === 'brandId' ? words.noBrandChosen : refused;
    problem.hidden = problem.textContent === '';
    save.textContent = isBusy ? words.saving : words.save;
    save.setAttribute('aria-disabled', String(isBusy));
    element.setAttribute('aria-busy', String(isBusy));
  };
  const submit = async () => {
    if (isBusy) return;
    const choice = { author: author.value.trim(), brandId: brand.value };
    if (choice.author === '') {
      show('author', null);
      author.focus();
    } else if (choice.brandId === '') {
      show('brandId', null);
      brand.focus();
    } else {
      isBusy = true;
      show(null, null);
      const refused = await onSave(choice).catch(() => words.refused);
      isBusy = false;
      show(null, refused);
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
    void submit();
  });
  for (const type of KEPT_FROM_PAGE) {
    element.addEventListener(type, (event) => {
      if ('key' in event && type === 'keydown' && event.key === 'Escape') onCancel();
      event.stopPropagation();
    });
  }
  show(null, null);
  return { element, focus: () => author.focus() };
}

function createMaker(doc: Document) {
  return <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes: Readonly<Record<string, string>>,
    text = '',
  ): HTMLElementTagNameMap[Name] => {
    const element = doc.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
}
