import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { placeFloating } from '#components/ui/floating.ts';
import type { Snippets } from './use-snippets.ts';
import { draftWords as words } from './draft-words.ts';

export interface SnippetListProps {
  snippets: Snippets;
  /** Of the list; its options are `${id}-0` and so on. */
  id: string;
  /** What it stands under. */
  anchor: RefObject<HTMLElement | null>;
}

/** Names the option that Enter takes, for whatever has the focus; nothing while there is none. */
export function toActiveOption({ found, active }: Snippets, id: string): string | undefined {
  return found?.[active] ? `${id}-${active}` : undefined;
}

/** The texts that fit, over the page and under the draft; with a field of its own where the button opened it. */
export function SnippetList({ snippets, id, anchor }: SnippetListProps) {
  const { search, found, active } = snippets;
  const box = useRef<HTMLDivElement>(null);
  const count = found?.length ?? 0;
  const isField = search?.way === 'field';

  useLayoutEffect(() => {
    const place = () => {
      if (box.current && anchor.current) placeFloating(box.current, anchor.current);
    };
    place();
    document.addEventListener('scroll', place, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', place, { capture: true });
  }, [count, anchor]);
  useLayoutEffect(() => {
    if (isField) box.current?.querySelector('input')?.focus();
  }, [isField]);
  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active, count]);

  return (
    <div
      ref={box}
      class="menu-list floating snippet-list"
      popover="manual"
      onFocusOut={({ relatedTarget: to, currentTarget }) => {
        if (isField && !(to instanceof Node && currentTarget.contains(to))) snippets.onClose();
      }}
    >
      {isField ? (
        <input
          class="input"
          type="text"
          role="combobox"
          dir="auto"
          autocomplete="off"
          aria-label={words.findSnippet}
          placeholder={words.findSnippet}
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls={id}
          aria-activedescendant={toActiveOption(snippets, id)}
          maxLength={80}
          value={search?.query ?? ''}
          onInput={(event) => snippets.onQuery(event.currentTarget.value)}
          onKeyDown={snippets.onKeyDown}
        />
      ) : null}
      <div id={id} class="snippet-options" role="listbox" aria-label={words.snippets} tabIndex={-1}>
        {found?.map(({ entryId, title, text }, at) => (
          <div
            key={entryId}
            id={`${id}-${at}`}
            class="snippet-option"
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            // The caret stays where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => found[at] && snippets.onPick(found[at])}
            onKeyDown={snippets.onKeyDown}
          >
            <strong dir="auto">{title}</strong>
            <span class="hint snippet-text" dir="auto">
              {text}
            </span>
          </div>
        ))}
      </div>
      {found !== null && count === 0 ? (
        <p class="hint">{search?.query === '' ? words.noSnippetYet : words.noSnippet}</p>
      ) : null}
    </div>
  );
}
