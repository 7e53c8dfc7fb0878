import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snippet } from '#utils/messages/payloads.ts';
import type { DraftTools } from './draft-tools.ts';
import { findSlash } from './find-slash.ts';
import { insertAt, withSpaces, type Stretch } from './insert-at.ts';

/** What is being looked for: by a slash in the draft, or in the field behind the button. */
interface Search extends Stretch {
  way: 'slash' | 'field';
  query: string;
}

export interface Snippets {
  /** Null while nothing is looked for. */
  search: Search | null;
  /** Null while they are being looked for. */
  found: Snippet[] | null;
  /** Which of them Enter puts in. */
  active: number;
  isShown: boolean;
  /** Something was typed, or the caret has moved. */
  onCaret: () => void;
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  /** Opens the field. */
  onOpen: () => void;
  onQuery: (query: string) => void;
  onPick: (snippet: Snippet) => void;
  onClose: () => void;
}

/** Looks for a text of the library and puts it where the caret of the draft is. */
export function useSnippets(
  area: RefObject<HTMLTextAreaElement | null>,
  { onFindSnippets, onSnippetUsed }: Pick<DraftTools, 'onFindSnippets' | 'onSnippetUsed'>,
): Snippets {
  const [search, setSearch] = useState<Search | null>(null);
  const [found, setFound] = useState<Snippet[] | null>(null);
  const [active, setActive] = useState(0);
  // The slash whose list a person has closed: it stays closed while that word is written.
  const declined = useRef<number | null>(null);

  const way = search?.way ?? null;
  const query = search?.query ?? null;
  useEffect(() => {
    setActive(0);
    if (query === null) {
      setFound(null);
      return;
    }
    let isCurrent = true;
    onFindSnippets(query).then(
      (snippets) => isCurrent && setFound(snippets),
      () => isCurrent && setFound([]),
    );
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once for each word typed
  }, [way, query]);

  const isShown = way === 'field' || (way === 'slash' && (found?.length ?? 0) > 0);
  const close = () => setSearch(null);
  const pick = (snippet: Snippet) => {
    const box = area.current;
    if (search === null || box === null) return;
    const text = withSpaces(box.value, search, snippet.text);
    close();
    insertAt(box, search, text);
    onSnippetUsed(snippet);
  };

  return {
    search,
    found,
    active,
    isShown,
    onCaret() {
      const box = area.current;
      if (box === null) return;
      const isCaret = box.selectionStart === box.selectionEnd;
      const slash = isCaret ? findSlash(box.value, box.selectionEnd) : null;
      if (slash?.from !== declined.current) declined.current = null;
      if (slash === null || declined.current !== null) close();
      else setSearch({ way: 'slash', ...slash, to: box.selectionEnd });
    },
    onKeyDown(event) {
      if (!isShown || event.isComposing) return;
      const count = found?.length ?? 0;
      const chosen = found?.[active];
      if (event.key === 'Escape') {
        declined.current = search?.way === 'slash' ? search.from : null;
        close();
        area.current?.focus();
      } else if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
      else if (event.key === 'ArrowUp' && count > 0) setActive((active - 1 + count) % count);
      else if (event.key === 'Enter' && chosen) pick(chosen);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onOpen() {
      const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {};
      setSearch({ way: 'field', from, to, query: '' });
    },
    onQuery: (typed) => setSearch((last) => last && { ...last, query: typed }),
    onPick: pick,
    onClose: close,
  };
}
