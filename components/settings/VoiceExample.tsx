import { useId, useState } from 'preact/hooks';
import { Field } from '#components/ui/Field.tsx';
import type { GuideChange } from '#utils/model/guide.ts';
import type { ReadAs } from './guide-props.ts';
import { guideWords as words } from './guide-words.ts';

export interface VoiceExampleProps {
  guide: GuideChange;
  readAs: ReadAs;
}

/** A post to play with, and how an answer of the library reads to who wrote it. */
export function VoiceExample({ guide, readAs }: VoiceExampleProps) {
  const [post, setPost] = useState(words.postSample);
  const id = useId();
  const { text, changes } = readAs(words.storedSample, post, guide);
  return (
    <section class="try-box stack guide-example" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.example}</h3>
      <Field
        label={words.post}
        hint={words.exampleHint}
        rows={3}
        value={post}
        maxLength={1_000}
        onValue={setPost}
      />
      <div>
        <p class="label">{words.stored}</p>
        <p class="hint">{words.storedSample}</p>
      </div>
      <div role="group" aria-labelledby={id}>
        <p class="label" id={id}>
          {words.reads}
        </p>
        <p class="try-text" dir="auto">
          {text}
        </p>
        <ul class="hint" aria-live="polite">
          {changes.length === 0 ? <li>{words.unchanged}</li> : null}
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
