import { useState } from 'preact/hooks';
import { toAge } from '#components/ui/age.ts';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { useKept } from '#components/ui/use-kept.ts';
import type { Webhook, WebhookSave } from '#utils/model/webhook.ts';
import { webhookWords as words } from './webhook-words.ts';
import { WebhookForm } from './WebhookForm.tsx';
import type { WebhookEdit } from './WebhookForm.tsx';
import { optionsWords } from './words.ts';

export interface WebhooksSectionProps {
  /** Server clock, ms. */
  now: number;
  /** Null while loading, or where they cannot be told. */
  webhooks: Webhook[] | null;
  /** Why they cannot, in words. */
  trouble: string | null;
  /** Never rejects: the secret of a new one or, in words, why it was not kept. */
  onSave: (save: WebhookSave) => Promise<{ secret: string | null } | { refused: string }>;
  onRemove: Attempt<[id: string]>;
  onTest: Attempt<[id: string]>;
  onLook: () => void;
  onCopy: (text: string) => Promise<boolean>;
}

/** Places outside that are told of things: set up, tried, seen to when nothing gets through. */
export function WebhooksSection(props: WebhooksSectionProps) {
  const { now, webhooks, trouble, onSave, onLook } = props;
  const [edit, setEdit] = useKept<WebhookEdit>('webhook');
  const [asked, setAsked] = useState<Webhook | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [tested, setTested] = useState<string | null>(null);
  const removal = useAttempt(props.onRemove);
  const testing = useAttempt(props.onTest);
  const form = edit && (
    <WebhookForm
      key={edit.id}
      edit={edit}
      onEdit={setEdit}
      onSave={onSave}
      onClose={() => setEdit(null)}
      onDone={(told) => {
        setEdit(null);
        setSecret(told);
        setCopied(null);
      }}
    />
  );
  const test = async (id: string) => {
    setTested(null);
    if (await testing.run(id)) setTested(id);
  };
  return (
    <div class="stack">
      <p>{words.intro}</p>
      <ErrorNote text={trouble ?? removal.refused ?? testing.refused} />
      {webhooks === null && trouble === null ? <Spinner /> : null}
      {webhooks?.length === 0 && edit === null ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : null}
      {secret === null ? null : (
        <div class="card stack" role="status">
          <p>{words.secret}</p>
          <code class="webhook-secret">{secret}</code>
          <p class="hint">{words.secretHint}</p>
          <div class="row">
            <Button onPress={() => void props.onCopy(secret).then(setCopied)}>{words.copy}</Button>
            <span class="hint">
              {copied === null ? '' : copied ? words.copied : words.notCopied}
            </span>
          </div>
        </div>
      )}
      {webhooks?.map((webhook) =>
        edit?.id === webhook.id ? (
          form
        ) : (
          <div class="card stack" key={webhook.id} data-failing={webhook.failing !== null}>
            <div>
              <h3 dir="auto">{webhook.name}</h3>
              <p class="hint">{`${webhook.origin} · ${words.kinds[webhook.kind]}`}</p>
              <State webhook={webhook} now={now} />
              <p class="hint" role="status">
                {tested === webhook.id ? words.tested : ''}
              </p>
            </div>
            <div class="row">
              <Button
                label={words.test(webhook.name)}
                isBusy={testing.isBusy}
                onPress={() => void test(webhook.id)}
              >
                {words.testAct}
              </Button>
              <Button
                label={words.edit(webhook.name)}
                onPress={() => setEdit({ ...webhook, url: '' })}
              >
                {optionsWords.edit}
              </Button>
              <Button
                tone="quiet"
                label={words.remove(webhook.name)}
                onPress={() => setAsked(webhook)}
              >
                {optionsWords.remove}
              </Button>
            </div>
          </div>
        ),
      )}
      {edit !== null && edit.id === null ? form : null}
      {edit === null && webhooks !== null ? (
        <div class="row">
          <Button
            tone="main"
            onPress={() =>
              setEdit({ id: null, origin: '', name: '', url: '', kind: 'slack', events: ['theme'] })
            }
          >
            {words.add}
          </Button>
          {webhooks.length === 0 ? null : (
            <Button tone="quiet" onPress={onLook}>
              {words.look}
            </Button>
          )}
        </div>
      ) : null}
      {asked === null ? null : (
        <Confirm
          title={words.removeTitle(asked.name)}
          text={words.removeText}
          act={words.removeAct}
          isBusy={removal.isBusy}
          onConfirm={() => void removal.run(asked.id).then(() => setAsked(null))}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function State({ webhook, now }: { webhook: Webhook; now: number }) {
  const { failing, isPaused, lastOkAt, waiting } = webhook;
  const age = (at: number) => toAge(Math.max(0, now - at));
  return (
    <p class={failing === null ? 'hint' : 'field-error'}>
      {failing !== null
        ? words.failing(age(failing.since), failing.why)
        : lastOkAt === null
          ? words.fresh
          : words.ok(age(lastOkAt))}
      {waiting > 0 ? ` ${words.waiting(waiting)}` : ''}
      {isPaused ? ` ${words.paused}` : ''}
    </p>
  );
}
