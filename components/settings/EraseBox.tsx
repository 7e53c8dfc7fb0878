import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { EraseConfirm } from './EraseConfirm.tsx';
import { accessWords as words } from './access-words.ts';
import type { DataSectionProps, Erasable, ErasureWish } from './options-props.ts';

export interface EraseBoxProps {
  sites: DataSectionProps['sites'];
  onFind: DataSectionProps['onFindErasable'];
  onErase: DataSectionProps['onErase'];
}

type Kind = 'post' | 'person';

const kinds = [
  { value: 'post', label: words.erasePost },
  { value: 'person', label: words.erasePerson },
] as const satisfies { value: Kind; label: string }[];

/** Erases a post or a person for the whole team: names it, shows what would go, asks for a word, does it. */
export function EraseBox({ sites, onFind, onErase }: EraseBoxProps) {
  const [kind, setKind] = useState<Kind>('post');
  const [link, setLink] = useState('');
  const [site, setSite] = useState(sites[0]?.id ?? '');
  const [handle, setHandle] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [found, setFound] = useState<Erasable | null>(null);
  const [done, setDone] = useState('');
  /** What was found is no longer what is named. */
  const forget = () => {
    setFound(null);
    setRefused(null);
    setDone('');
  };
  const find = async () => {
    forget();
    const wish = toWish(kind, { link, site, handle });
    if (typeof wish === 'string') {
      setRefused(wish);
      return;
    }
    setBusy(true);
    const answer = await onFind(wish);
    if ('refused' in answer) setRefused(answer.refused);
    else setFound(answer);
    setBusy(false);
  };
  const erase = async ({ what }: Erasable) => {
    setBusy(true);
    const answer = await onErase(what);
    setBusy(false);
    if ('refused' in answer) {
      setRefused(answer.refused);
      return;
    }
    forget();
    setLink('');
    setHandle('');
    setDone(words.erased(answer.erased));
  };
  return (
    <section class="card stack">
      <h3>{words.erase}</h3>
      <p>{words.eraseText}</p>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void find();
        }}
      >
        <Select
          label={words.eraseWhat}
          value={kind}
          options={kinds}
          onValue={(value) => {
            forget();
            setKind(value);
          }}
        />
        {kind === 'post' ? (
          <Field
            label={words.link}
            placeholder={words.linkPlaceholder}
            value={link}
            onValue={(value) => {
              forget();
              setLink(value);
            }}
          />
        ) : (
          <>
            <Select
              label={words.site}
              value={site}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
              onValue={(value) => {
                forget();
                setSite(value);
              }}
            />
            <Field
              label={words.handle}
              value={handle}
              maxLength={201}
              onValue={(value) => {
                forget();
                setHandle(value);
              }}
            />
          </>
        )}
        <div>
          <Button type="submit" isBusy={isBusy}>
            {words.find}
          </Button>
        </div>
      </form>
      {found === null ? null : (
        <EraseConfirm
          found={found}
          isBusy={isBusy}
          onErase={() => void erase(found)}
          onCancel={forget}
        />
      )}
      <ErrorNote text={refused} />
      <output>{done}</output>
    </section>
  );
}

/** What is to be erased, or what is still missing, in words. */
function toWish(
  kind: Kind,
  typed: { link: string; site: string; handle: string },
): ErasureWish | string {
  if (kind === 'post') {
    return typed.link.trim() === '' ? words.findMissing : { link: typed.link.trim() };
  }
  const author = typed.handle.trim().replace(/^@+/, '');
  return author === '' ? words.findMissingHandle : { site: typed.site, author };
}
