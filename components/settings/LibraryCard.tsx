import { useState } from 'preact/hooks';
import { Ago } from '#components/ui/Ago.tsx';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { EntryContradiction } from './EntryContradiction.tsx';
import { EntryVersions } from './EntryVersions.tsx';
import { toLanguageName } from './languages.ts';
import { libraryWords as words } from './library-words.ts';
import type { LibraryEdit, LibrarySectionProps } from './library-props.ts';
import type { LibraryActs } from './use-library-acts.ts';
import { optionsWords } from './words.ts';

interface LibraryCardProps extends Pick<
  LibrarySectionProps,
  | 'now'
  | 'onQuery'
  | 'names'
  | 'stale'
  | 'contradictions'
  | 'toDiff'
  | 'canDecide'
  | 'onState'
  | 'onForget'
  | 'onSave'
  | 'onConfirm'
> {
  entry: LibraryEntry;
  acts: LibraryActs;
  onEdit: () => void;
  onRemove: () => void;
}

/** One answer of the library: what it says, how it stands, how it has fared, and what it said before. */
export function LibraryCard(props: LibraryCardProps) {
  const { entry, now, names, stale, canDecide, onSave, toDiff, onEdit, onRemove } = props;
  const { id, uses, tags, lang, state = 'approved', earlier = [] } = entry;
  const [isOpen, setOpen] = useState(false);
  const deciding = useAttempt(props.acts.setState);
  const forgetting = useAttempt(props.onForget);
  const why = stale.get(id);
  const contradiction = why === 'contradicted' ? props.contradictions.get(id) : undefined;
  const told = uses ? words.uses(uses) : '';
  return (
    <article class="card stack-small">
      <div class="row library-head">
        <h3 class="grow" dir="auto">
          {entry.title ?? words.kinds[entry.kind]}
        </h3>
        {state === 'approved' ? null : (
          <span class="library-state" data-state={state}>
            {words.states[state]}
          </span>
        )}
      </div>
      <p class={isOpen ? 'library-text' : 'library-text clamp'} dir="auto">
        {entry.text}
      </p>
      {why && !contradiction ? <p class="library-stale">{words.stale[why]}</p> : null}
      {contradiction ? (
        <EntryContradiction
          edit={toEdit(entry)}
          contradiction={contradiction}
          onSave={onSave}
          onConfirm={props.onConfirm}
          toDiff={toDiff}
        />
      ) : null}
      {tags.length === 0 && told === '' && !lang ? null : (
        <p class="row library-facts">
          {tags.map((tag) => (
            <button
              type="button"
              class="tag tag-plain tag-find"
              key={tag}
              title={words.findTag(tag)}
              aria-label={words.findTag(tag)}
              onClick={() => props.onQuery(tag)}
            >
              <bdi class="tag-text">{tag}</bdi>
            </button>
          ))}
          {lang ? <span class="hint">{toLanguageName(lang)}</span> : null}
          {uses && told !== '' ? (
            <span class="hint">
              {told} · {words.last} <Ago at={uses.lastAt} now={now} /> {words.ago}
            </span>
          ) : null}
        </p>
      )}
      <ErrorNote text={deciding.refused ?? forgetting.refused} />
      {isOpen && earlier.length > 0 ? (
        <EntryVersions entry={entry} now={now} names={names} onSave={onSave} toDiff={toDiff} />
      ) : null}
      <div class="row">
        <Button onPress={onEdit}>{optionsWords.edit}</Button>
        {canDecide && state === 'proposed' ? (
          <Button
            tone="main"
            isBusy={deciding.isBusy}
            onPress={() => void deciding.run([entry], 'approved')}
          >
            {words.approve}
          </Button>
        ) : null}
        {canDecide ? (
          <Button
            isBusy={deciding.isBusy}
            onPress={() => void deciding.run([entry], state === 'retired' ? 'approved' : 'retired')}
          >
            {state === 'retired' ? words.bringBack : words.retire}
          </Button>
        ) : null}
        {canDecide && uses ? (
          <Button tone="quiet" isBusy={forgetting.isBusy} onPress={() => void forgetting.run(id)}>
            {words.forget}
          </Button>
        ) : null}
        {earlier.length > 0 ? (
          <Button tone="quiet" isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
            {words.earlier(earlier.length)}
          </Button>
        ) : null}
        <span class="grow" />
        <Button tone="quiet" onPress={onRemove}>
          {optionsWords.remove}
        </Button>
      </div>
    </article>
  );
}

/** What a form changes of an entry. */
export function toEdit({ id, kind, text, tags, title, question, lang }: LibraryEntry): LibraryEdit {
  return {
    id,
    kind,
    text,
    tags,
    ...(title === undefined ? {} : { title }),
    ...(question === undefined ? {} : { question }),
    ...(lang === undefined ? {} : { lang }),
  };
}
