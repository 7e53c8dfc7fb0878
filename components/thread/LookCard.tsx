import { Eye } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Ago } from '#components/ui/Ago.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useFaultFocus } from '#components/ui/use-fault-focus.ts';
import { useKept } from '#components/ui/use-kept.ts';
import { LOOK_COMMENT_MAX } from '#utils/model/look-limits.ts';
import type { Look, LookVerdict } from '#utils/model/look.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { isApprovedByMe, toLookLine } from './look-status.ts';
import { lookWords as words } from './look-words.ts';
import { NamedLine } from './NamedLine.tsx';
import { toMemberName } from './status-words.ts';
import type { ThreadAct } from './thread-act.ts';
import { replyWords } from './words.ts';

export interface LookCardProps {
  view: ThreadView;
  look: Look;
  now: number;
  /** My own draft as it stands; null while none is open. */
  draft: string | null;
  isBusy: boolean;
  isInserting: boolean;
  /** True when it was done. */
  onAct: (act: ThreadAct) => Promise<boolean>;
  onInsert: (text: string) => void;
  /** Takes a text as my draft. */
  onDraft: (text: string) => void;
}

/** A remark is shorter than an answer. */
const DRAFT_FROM = 40;

/** A draft that the team looks at: the text, what was said of it, and what one can say. */
export function LookCard(props: LookCardProps) {
  const { view, look, now, draft, onAct } = props;
  const { clockOffset, state } = view.connection;
  const isMine = look.askedBy === view.me?.id;
  return (
    <section class="card stack-small look" aria-label={words.title} data-state={look.state}>
      <p class="row look-head" role="status">
        <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
        <NamedLine {...toLookLine(view, look)} />
        <span class="hint">
          <Ago at={look.askedAt - clockOffset} now={now} />
        </span>
      </p>
      {look.note === undefined ? null : <p dir="auto">{look.note}</p>}
      {isMine && draft === look.text ? null : (
        <p class="post-text look-text" dir="auto">
          {look.text}
        </p>
      )}
      {isMine && look.comments.length === 0 ? <p class="hint">{words.waits}</p> : null}
      <Comments {...props} isMine={isMine} />
      {state === 'offline' ? <p class="insert-note">{words.away}</p> : null}
      <Say key={look.askedAt} {...props} isMine={isMine}>
        <Button tone="quiet" isBusy={props.isBusy} onPress={() => void onAct({ kind: 'endLook' })}>
          {words.end}
        </Button>
        {look.state === 'approved' ? (
          <Button tone="main" isBusy={props.isInserting} onPress={() => props.onInsert(look.text)}>
            {replyWords.insert}
          </Button>
        ) : null}
      </Say>
    </section>
  );
}

function Comments({ view, look, now, isMine, onDraft }: LookCardProps & { isMine: boolean }) {
  if (look.comments.length === 0) return null;
  return (
    <ol class="look-comments">
      {look.comments.map(({ by, at, text, verdict }) => (
        <li key={`${by} ${at}`}>
          <p class="post-head">
            <bdi class="post-who">
              {by === view.me?.id ? words.youAlone : toMemberName(view, by)}
            </bdi>
            <Ago at={at - view.connection.clockOffset} now={now} />
            {verdict === undefined ? null : <strong>{words.verdicts[verdict]}</strong>}
          </p>
          {text === '' ? null : (
            <p class="post-text" dir="auto">
              {text}
            </p>
          )}
          {isMine && by !== view.me?.id && text.length >= DRAFT_FROM ? (
            <Button tone="quiet" onPress={() => onDraft(text)}>
              {words.useText}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

interface SayProps extends LookCardProps {
  isMine: boolean;
  /** What else whoever asked can do. */
  children: ComponentChildren;
}

function Say({ view, look, isBusy, isMine, onAct, children }: SayProps) {
  const [typed, keep] = useKept<{ text: string }>(`look ${view.thread.id} ${look.askedAt}`);
  const text = typed?.text ?? '';
  const setText = (words: string) => keep(words === '' ? null : { text: words });
  const [missing, setMissing] = useState<string | null>(null);
  const [failedTries, setFailedTries] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useFaultFocus(box, failedTries);
  const say = async (verdict: LookVerdict) => {
    const lacks = verdict === 'changes' ? words.needsChange : words.needsWords;
    const isLacking = text.trim() === '' && verdict !== 'approved';
    setMissing(isLacking ? lacks : null);
    if (isLacking) setFailedTries(failedTries + 1);
    else if (await onAct({ kind: 'answerLook', verdict, text: text.trim() })) setText('');
  };
  return (
    <div ref={box} class="stack-small look-say">
      <Field
        label={isMine ? words.sayMine : words.say}
        rows={text.length > 120 ? 6 : 2}
        value={text}
        maxLength={LOOK_COMMENT_MAX}
        error={missing}
        onValue={setText}
      />
      <div class="row look-acts">
        <span class="row look-quiet">
          {isMine || text !== '' || look.text.length > LOOK_COMMENT_MAX ? null : (
            <Button tone="quiet" onPress={() => setText(look.text)}>
              {words.copyText}
            </Button>
          )}
          <Button tone="quiet" isBusy={isBusy} onPress={() => void say('comment')}>
            {words.comment}
          </Button>
        </span>
        {isMine ? (
          <span class="row">{children}</span>
        ) : (
          <span class="row">
            <Button isBusy={isBusy} onPress={() => void say('changes')}>
              {words.wantChanges}
            </Button>
            <Button
              tone="main"
              isBusy={isBusy}
              blocked={isApprovedByMe(view, look) ? words.approvedByMe : null}
              onPress={() => void say('approved')}
            >
              {words.approve}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
