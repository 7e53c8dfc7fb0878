import { TextQuote } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { DraftTools } from './draft-tools.ts';
import { draftWords as words } from './draft-words.ts';
import { SnippetList, toActiveOption } from './SnippetList.tsx';
import { useSnippets } from './use-snippets.ts';
import { replyWords } from './words.ts';

export interface DraftBoxProps {
  text: string;
  /** What is wrong with it; null when nothing is. */
  error: string | null;
  takesFocus: boolean;
  onText: (text: string) => void;
  tools: Pick<DraftTools, 'onFindSnippets' | 'onSnippetUsed'>;
  /** Stands beside the button for snippets. */
  children?: ComponentChildren;
}

/** The field of the draft; `/` and letters, or the button, put a text of the library where the caret is. */
export function DraftBox(props: DraftBoxProps) {
  const { text, error, takesFocus, onText } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const snippets = useSnippets(area, props.tools);
  const isSlash = snippets.isShown && snippets.search?.way === 'slash';
  useEffect(() => {
    const box = takesFocus ? area.current : null;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [takesFocus]);
  return (
    <div class="field">
      <label class="label" for={id}>
        {replyWords.draft}
      </label>
      <textarea
        ref={area}
        id={id}
        class="input"
        rows={6}
        dir="auto"
        value={text}
        maxLength={10_000}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-about`}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isSlash ? `${id}-list` : undefined}
        aria-activedescendant={isSlash ? toActiveOption(snippets, `${id}-list`) : undefined}
        onInput={(event) => {
          onText(event.currentTarget.value);
          snippets.onCaret();
        }}
        onKeyDown={snippets.onKeyDown}
        onKeyUp={snippets.onCaret}
        onClick={snippets.onCaret}
        onBlur={() => isSlash && snippets.onClose()}
      />
      <output class="unseen">
        {snippets.isShown && snippets.found ? words.foundSnippets(snippets.found.length) : ''}
      </output>
      {error === null ? null : (
        <p class="field-error" id={`${id}-about`}>
          {error}
        </p>
      )}
      <div class="row draft-tools">
        <Button tone="quiet" title={words.snippetTitle} onPress={snippets.onOpen}>
          <TextQuote size={16} strokeWidth={1.75} /> {words.snippet}
        </Button>
        {props.children}
      </div>
      {snippets.isShown ? (
        <SnippetList snippets={snippets} id={`${id}-list`} anchor={area} />
      ) : null}
    </div>
  );
}
