import { Eye } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Ago } from '#components/ui/Ago.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { LOOK_COMMENT_MAX } from '#utils/model/look-limits.ts';
import type { Look, LookVerdict } from '#utils/model/look.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toLookLine } from './look-status.ts';
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
      <Say key={look.askedAt} {...props} isMine={isMine} />
      {isMine ? (
        <div class="row row-end">
          <Button
            tone="quiet"
            isBusy={props.isBusy}
            onPress={() => void onAct({ kind: 'endLook' })}
          >
            {words.end}
          </Button>
          {look.state === 'approved' ? (
            <Button
              tone="main"
              isBusy={props.isInserting}
              onPress={() => props.onInsert(look.text)}
            >
              {replyWords.insert}
            </Button>
          ) : null}
        </div>
      ) : null}
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
            <bdi class="post-who">{toMemberName(view, by)}</bdi>
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

function Say({ look, isBusy, isMine, onAct }: LookCardProps & { isMine: boolean }) {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const say = async (verdict: LookVerdict) => {
    const isEmpty = text.trim() === '';
    setMissing(isEmpty && verdict !== 'approved');
    if (isEmpty && verdict !== 'approved') return;
    if (await onAct({ kind: 'answerLook', verdict, text: text.trim() })) setText('');
  };
  return (
    <>
      <Field
        label={words.say}
        rows={text.length > 120 ? 6 : 2}
        value={text}
        maxLength={LOOK_COMMENT_MAX}
        error={isMissing ? words.needsWords : null}
        onValue={setText}
      />
      <div class="row look-acts">
        {isMine || text !== '' || look.text.length > LOOK_COMMENT_MAX ? null : (
          <Button tone="quiet" onPress={() => setText(look.text)}>
            {words.copyText}
          </Button>
        )}
        <span class="grow" />
        <Button isBusy={isBusy} onPress={() => void say('comment')}>
          {words.comment}
        </Button>
        {isMine ? null : (
          <>
            <Button isBusy={isBusy} onPress={() => void say('changes')}>
              {words.wantChanges}
            </Button>
            <Button tone="main" isBusy={isBusy} onPress={() => void say('approved')}>
              {words.approve}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
