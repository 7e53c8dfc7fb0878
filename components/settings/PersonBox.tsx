import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { toTimestamp } from '#components/ui/age.ts';
import { accessWords as words } from './access-words.ts';
import type { DataSectionProps, FoundPerson } from './options-props.ts';

interface PersonBoxProps {
  sites: DataSectionProps['sites'];
  onFind: DataSectionProps['onFindPerson'];
}

/** Everything that is on record of one person: to be read here, and to be given to them. */
export function PersonBox({ sites, onFind }: PersonBoxProps) {
  const [site, setSite] = useState(sites[0]?.id ?? '');
  const [handle, setHandle] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [found, setFound] = useState<FoundPerson | null>(null);
  const [said, setSaid] = useState('');
  const forget = () => {
    setFound(null);
    setRefused(null);
    setSaid('');
  };
  const find = async () => {
    forget();
    const author = handle.trim().replace(/^@+/, '');
    if (author === '') return setRefused(words.findMissingHandle);
    setBusy(true);
    const answer = await onFind(site, author);
    setBusy(false);
    if ('refused' in answer) setRefused(answer.refused);
    else setFound(answer);
  };
  const save = (format: 'json' | 'md') => {
    found?.onSave(format);
    setSaid(words.haveSaved);
  };
  return (
    <section class="card stack">
      <h3>{words.have}</h3>
      <p>{words.haveText}</p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void find();
        }}
      >
        <Select
          label={words.haveSite}
          value={site}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(value) => {
            forget();
            setSite(value);
          }}
        />
        <Field
          label={words.haveHandle}
          value={handle}
          maxLength={201}
          onValue={(value) => {
            forget();
            setHandle(value);
          }}
        />
        <div>
          <Button type="submit" isBusy={isBusy}>
            {words.haveFind}
          </Button>
        </div>
      </form>
      <ErrorNote text={refused} />
      {found === null ? null : (
        <div class="stack" role="status">
          <p>
            <strong>
              <bdi>{found.label}</bdi>
            </strong>
            {': '}
            {found.count === 0 ? words.haveNone : words.haveShown(found.items.length, found.count)}
          </p>
          {found.count === 0 ? null : (
            <>
              <ul class="person-items">
                {found.items.map(({ id, what, text, at }) => (
                  <li key={`${what} ${id}`}>
                    <span class="hint">
                      {words.items[what]}
                      {at === null ? '' : ` · ${toTimestamp(at)}`}
                    </span>
                    <p dir="auto">{text}</p>
                  </li>
                ))}
              </ul>
              <div class="row">
                <Button tone="main" onPress={() => save('json')}>
                  {words.haveJson}
                </Button>
                <Button onPress={() => save('md')}>{words.haveMarkdown}</Button>
                <span class="hint">{said}</span>
              </div>
            </>
          )}
        </div>
      )}
    </section>
  );
}
