import { Button } from '#components/ui/Button.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { TextCountNote } from './TextCountNote.tsx';
import type { SuggestionItem } from './suggestion-item.ts';
import { replyWords as words } from './words.ts';

export interface SuggestionListProps {
  /** Null while they are being looked for. */
  suggestions: SuggestionItem[] | null;
  isBusy: boolean;
  onInsert: (suggestion: SuggestionItem) => void;
  onEdit: (text: string) => void;
  /** It does not fit here. */
  onDismiss: (suggestion: SuggestionItem) => void;
}

const SHOWN_MAX = 3;

/** Up to three drafts, each with its reason; says so when nothing is good enough. */
export function SuggestionList({
  suggestions,
  isBusy,
  onInsert,
  onEdit,
  onDismiss,
}: SuggestionListProps) {
  if (suggestions === null) return <Spinner />;
  if (suggestions.length === 0) {
    return (
      <section class="stack-small">
        <p>{words.none}</p>
        <p class="hint">{words.noneHelp}</p>
        <Button onPress={() => onEdit('')}>{words.write}</Button>
      </section>
    );
  }
  return (
    <section>
      <h2>{words.title}</h2>
      <ol class="suggestions">
        {suggestions.slice(0, SHOWN_MAX).map((suggestion) => {
          const percent = Math.round(suggestion.confidence * 100);
          return (
            <li class="suggestion" key={suggestion.entryId}>
              <p class="post-text" dir="auto">
                {suggestion.text}
              </p>
              <p class="suggestion-why hint">
                <span class="grow" dir="auto">
                  {suggestion.reason}
                </span>
                {suggestion.kind === 'link' ? null : (
                  <span title={words.confidenceTitle(percent)}>{words.confidence(percent)}</span>
                )}
              </p>
              {suggestion.changes && suggestion.changes.length > 0 ? (
                <p class="hint" dir="auto">
                  {suggestion.changes.join(words.changesJoin)}
                </p>
              ) : null}
              <div class="row">
                <Button tone="main" isBusy={isBusy} onPress={() => onInsert(suggestion)}>
                  {words.insert}
                </Button>
                <Button onPress={() => onEdit(suggestion.text)}>{words.edit}</Button>
                <Button
                  tone="quiet"
                  label={`${words.notThis}: ${suggestion.text}`}
                  onPress={() => onDismiss(suggestion)}
                >
                  {words.notThis}
                </Button>
                <span class="grow" />
                {suggestion.count?.limit == null ? null : (
                  <TextCountNote count={suggestion.count} />
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <Button tone="quiet" onPress={() => onEdit('')}>
        {words.write}
      </Button>
    </section>
  );
}
