import { useState } from 'preact/hooks';
import { toAge } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { WebLink } from '#components/ui/WebLink.tsx';
import type { Evidence, Permission, Story } from '#utils/model/story.ts';
import { findAnswer, readConsent } from '#utils/stories/ask-permission.ts';
import { PermissionMark } from './StoryRow.tsx';
import type { StoriesProps } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

interface ConsentPartProps extends StoriesProps {
  story: Story;
  nameOf: (memberId: string) => string;
}

/** What may be noted next. */
const nextSteps: Record<Permission, Permission[]> = {
  none: ['asked', 'granted'],
  asked: ['granted', 'declined'],
  granted: ['withdrawn'],
  declined: ['asked', 'granted'],
  withdrawn: ['asked', 'granted'],
};
/** Steps that the customer's own answer belongs to. */
const answered: readonly Permission[] = ['granted', 'declined', 'withdrawn'];

/** Whether the customer agreed, how they were asked, and what they said. */
export function ConsentPart(props: ConsentPartProps) {
  const { story, now, nameOf } = props;
  const [noting, setNoting] = useState<Permission | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const consenting = useAttempt(props.onConsent);
  const answer = findAnswer(story);
  const said = answer && readConsent(answer.text, story.post.lang);
  const steps = story.consent ?? [];
  const note = async (state: Permission, evidence: Evidence | null) => {
    if (await consenting.run(story.id, state, evidence)) setNoting(null);
  };
  return (
    <section class="stack-small story-consent" aria-label={words.permission}>
      <h2 class="row">
        <span class="grow">{words.permission}</span>
        <PermissionMark permission={story.permission} />
      </h2>
      <p class="hint">{words.may[story.permission]}</p>
      {answer === null ? null : (
        <div class="card stack-small" role="note">
          <p>{words.answered(answer.handle)}</p>
          <blockquote class="story-quote" dir="auto">
            {answer.text}
          </blockquote>
          <p class="hint">{said === null ? words.unsure : words.looksLike[said]}</p>
          <div class="row">
            {(['granted', 'declined'] as const).map((state) => (
              <Button
                key={state}
                tone={state === said ? 'main' : 'plain'}
                isBusy={consenting.isBusy}
                onPress={() => void note(state, { text: answer.text, permalink: answer.permalink })}
              >
                {words.noteAs[state]}
              </Button>
            ))}
          </div>
        </div>
      )}
      {story.permission === 'none' ? (
        <div class="card stack-small">
          <p class="hint">{words.askHint}</p>
          <p dir="auto">{props.request}</p>
          <div class="row">
            <Button onPress={() => void props.onCopy(props.request).then(setCopied)}>
              {words.copy}
            </Button>
            <span class="hint" role="status">
              {copied === null ? '' : copied ? words.copied : words.notCopied}
            </span>
          </div>
        </div>
      ) : null}
      {noting === null ? (
        <div class="row" hidden={answer !== null}>
          {nextSteps[story.permission].map((state) => (
            <Button
              key={state}
              isBusy={consenting.isBusy}
              onPress={() => (answered.includes(state) ? setNoting(state) : void note(state, null))}
            >
              {words.noteAs[state]}
            </Button>
          ))}
        </div>
      ) : (
        <EvidenceForm
          state={noting}
          isBusy={consenting.isBusy}
          onNote={(evidence) => void note(noting, evidence)}
          onCancel={() => setNoting(null)}
        />
      )}
      <ErrorNote text={consenting.refused} />
      {steps.length === 0 ? null : (
        <details>
          <summary class="hint">{words.history}</summary>
          <ol class="story-steps">
            {steps.map((step) => (
              <li key={step.at}>
                {words.step(words.permissions[step.state], nameOf(step.by), toAge(now - step.at))}
                {step.evidence ? (
                  <blockquote class="story-quote" dir="auto">
                    {step.evidence.text}{' '}
                    <WebLink href={step.evidence.permalink}>{words.evidenceLink}</WebLink>
                  </blockquote>
                ) : null}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

interface EvidenceFormProps {
  state: Permission;
  isBusy: boolean;
  onNote: (evidence: Evidence | null) => void;
  onCancel: () => void;
}

/** Takes the customer's answer down; both parts may be empty. */
function EvidenceForm({ state, isBusy, onNote, onCancel }: EvidenceFormProps) {
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = () => {
    const address = link.trim();
    if (address !== '' && !/^https?:\/\/[^\s]+$/iu.test(address)) return setError(words.badLink);
    const permalink = address === '' ? null : address;
    return onNote(
      text.trim() === '' && permalink === null ? null : { text: text.trim(), permalink },
    );
  };
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={words.evidence}
        hint={words.evidenceHint}
        rows={2}
        value={text}
        maxLength={2_000}
        takesFocus
        onValue={setText}
      />
      <Field
        label={words.evidenceLink}
        value={link}
        error={error}
        placeholder="https://"
        onValue={(value) => {
          setLink(value);
          setError(null);
        }}
      />
      <div class="row row-end">
        <Button tone="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
        <Button tone="main" type="submit" isBusy={isBusy}>
          {`${words.noteIt}: ${words.permissions[state]}`}
        </Button>
      </div>
    </form>
  );
}
