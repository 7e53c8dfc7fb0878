import { useState } from 'preact/hooks';
import { toDate } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Collection } from '#utils/model/story.ts';
import type { StoriesProps } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

const DAYS = ['7', '30', '90', '365'] as const;

interface ShareBoxProps extends StoriesProps {
  collection: Collection;
}

/** Links by which people outside the team read this collection: made, seen, ended. */
export function ShareBox({
  collection,
  shares,
  canShare,
  onShare,
  onEndShare,
  onCopy,
}: ShareBoxProps) {
  const [isOpen, setOpen] = useState(false);
  const [days, setDays] = useState<(typeof DAYS)[number]>('30');
  const [onlyGranted, setOnlyGranted] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const ending = useAttempt(onEndShare);
  const make = async () => {
    setBusy(true);
    setRefused(null);
    setCopied(null);
    const answer = await onShare({ collectionId: collection.id, days: Number(days), onlyGranted });
    setBusy(false);
    if ('refused' in answer) setRefused(answer.refused);
    else setLink(answer.link);
  };
  if (!canShare) return null;
  if (!isOpen) {
    return (
      <div class="story-files">
        <Button tone="quiet" onPress={() => setOpen(true)}>
          {words.share(collection.name)}
        </Button>
      </div>
    );
  }
  return (
    <section class="story-files story-share stack-small" aria-label={words.share(collection.name)}>
      <h2>{words.share(collection.name)}</h2>
      <p class="hint">{words.shareHint}</p>
      <div class="row">
        <span class="grow">{words.onlyGranted}</span>
        <Switch label={words.onlyGranted} isOn={onlyGranted} onSwitch={setOnlyGranted} />
      </div>
      <Select
        label={words.shareFor}
        value={days}
        options={DAYS.map((value) => ({ value, label: words.days(Number(value)) }))}
        onValue={setDays}
      />
      <div class="row">
        <Button tone="main" isBusy={isBusy} onPress={() => void make()}>
          {words.makeLink}
        </Button>
        <Button tone="quiet" onPress={() => setOpen(false)}>
          {words.close}
        </Button>
      </div>
      <ErrorNote text={refused ?? ending.refused} />
      {link === null ? null : (
        <div class="card stack-small" role="status">
          <p>{words.linkOnce}</p>
          <code class="story-link">{link}</code>
          <div class="row">
            <Button onPress={() => void onCopy(link).then(setCopied)}>{words.copy}</Button>
            <span class="hint">
              {copied === null ? '' : copied ? words.linkCopied : words.notCopied}
            </span>
          </div>
        </div>
      )}
      {shares === null ? <p class="hint">{words.sharesAway}</p> : null}
      {shares === null || shares.length === 0 ? null : (
        <ul class="story-steps">
          {shares.map(({ id, expiresAt, onlyGranted: isNarrow }) => (
            <li key={id} class="row">
              <span class="grow">{words.shared(toDate(expiresAt), isNarrow)}</span>
              <Button isBusy={ending.isBusy} onPress={() => void ending.run(id)}>
                {words.endLink}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
