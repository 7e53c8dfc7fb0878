import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { reportWords } from './report-words.ts';
import type { ReportsProps } from './reports-props.ts';

const words = reportWords.digest;

type DigestViewProps = Pick<
  ReportsProps,
  'digest' | 'trouble' | 'onWeek' | 'onCopyDigest' | 'onSaveDigest'
>;

/** A week in sentences, to be read here or taken elsewhere. */
export function DigestView(props: DigestViewProps) {
  const { digest, trouble, onWeek, onCopyDigest, onSaveDigest } = props;
  const [said, setSaid] = useState('');
  if (digest === null) return trouble === null ? <Spinner /> : <ErrorNote text={trouble} />;
  const week = (by: -1 | 1) => {
    setSaid('');
    onWeek(by);
  };
  return (
    <article class="digest stack">
      <div class="row">
        <Button onPress={() => week(-1)}>{words.before}</Button>
        {digest.hasAfter ? <Button onPress={() => week(1)}>{words.after}</Button> : null}
      </div>
      <h2>{words.title(digest.from, digest.to)}</h2>
      <ul class="digest-facts">
        {digest.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div class="row">
        <Button
          tone="main"
          onPress={async () => setSaid((await onCopyDigest()) ? words.copied : words.notCopied)}
        >
          {words.copy}
        </Button>
        <Button tone="quiet" onPress={onSaveDigest}>
          {words.save}
        </Button>
        <span class="hint" role="status">
          {said}
        </span>
      </div>
    </article>
  );
}
