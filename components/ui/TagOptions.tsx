import { useLayoutEffect, useRef } from 'preact/hooks';
import { placeFloating } from './floating.ts';
import { uiWords } from './words.ts';

interface TagOptionsProps {
  id: string;
  /** None: nothing is shown. */
  options: readonly string[];
  active: number | null;
  prefix: string;
  onPick: (term: string) => void;
}

/** Terms that a field offers, below it. The focus stays in the field, which moves through them. */
export function TagOptions({ id, options, active, prefix, onPick }: TagOptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const isOpen = options.length > 0;
  useLayoutEffect(() => {
    const shown = list.current;
    const field = shown?.parentElement;
    if (!isOpen || !shown || !field) return;
    placeFloating(shown, field);
    return () => shown.hidePopover?.();
  }, [isOpen, options.length]);
  return (
    <div
      ref={list}
      id={id}
      class="tag-options"
      popover="manual"
      role="listbox"
      aria-label={uiWords.knownTerms}
      tabIndex={-1}
      hidden={!isOpen}
    >
      {options.map((term, at) => (
        <div
          key={term}
          id={`${id}-${at}`}
          class="tag-option"
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          // The focus stays in the field, which would add what was typed when it loses it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(term)}
          onKeyDown={() => undefined}
        >
          <bdi>{`${prefix}${term}`}</bdi>
        </div>
      ))}
    </div>
  );
}
