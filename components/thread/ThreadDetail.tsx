import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { toThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { DraftAdvice, InsertResult } from '#utils/messages/payloads.ts';
import { AnswerLine } from './AnswerLine.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import { FollowUpList } from './FollowUpList.tsx';
import { HandOverForm } from './HandOverForm.tsx';
import { InsertNote } from './InsertNote.tsx';
import { KeptDraft } from './KeptDraft.tsx';
import type { DraftTools } from './draft-tools.ts';
import { LookCard } from './LookCard.tsx';
import { toMyLook, toOpenLook } from './look-status.ts';
import type { DraftPolish } from './polish-view.ts';
import { PostCard } from './PostCard.tsx';
import { ReplyList } from './ReplyList.tsx';
import { SetAsideForm } from './SetAsideForm.tsx';
import { StoryOffer } from './StoryOffer.tsx';
import { StoryAsk } from './StoryAsk.tsx';
import { StoryForm } from './StoryForm.tsx';
import type { SuggestionItem, TextCount } from './suggestion-item.ts';
import { SuggestionList } from './SuggestionList.tsx';
import type { Teammate } from './teammate.ts';
import type { ThreadAids } from './thread-aids.ts';
import { ThreadHistory } from './ThreadHistory.tsx';
import type { ThreadAct } from './thread-act.ts';
import { ThreadActions } from './ThreadActions.tsx';
import { TriageLine } from './TriageLine.tsx';
import { replyWords as words } from './words.ts';

export interface ThreadDetailProps {
  view: ThreadView;
  now: number;
  suggestions: SuggestionItem[] | null;
  /** Those of the thread's replies that are in the library; null while unknown. */
  inLibrary: ReadonlySet<string> | null;
  /** Everybody else in the team. */
  teammates: Teammate[];
  aids: ThreadAids;
  /** The draft's text, its count, and what speaks against it; null when no editor is open. */
  draft: { text: string; count: TextCount | null; advice: DraftAdvice[] } | null;
  /** What stood unsent in the site's own reply box; null when nothing did. `at`: local clock, ms. */
  kept: { text: string; at: number } | null;
  tools: DraftTools;
  /** The model that may work on the draft. */
  polish: DraftPolish;
  isBusy: boolean;
  /** Why the last act was refused, in words. */
  refused: string | null;
  isInserting: boolean;
  inserted: InsertResult | null;
  isStoryOpen: boolean;
  /** No answer is needed: suggestions stand behind a button. */
  isFolded: boolean;
  /** True when it was done. */
  onAct: (act: ThreadAct) => Promise<boolean>;
  onStoryOpen: (isOpen: boolean) => void;
  onUnfold: () => void;
  onDraft: (text: string | null) => void;
  onDismissAdvice: (key: string) => void;
  onCheckOff: (check: string) => void;
  onDismissSuggestion: (suggestion: SuggestionItem) => void;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
  onDiscardKept: () => void;
  onInsert: (text: string, entryId: string | null) => void;
}

/** One thread: the post, whether anybody has answered, what could be answered, what can be done. */
export function ThreadDetail(props: ThreadDetailProps) {
  const { view, now, aids, isBusy, onAct } = props;
  const status = toThreadStatus(view, now);
  const look = toOpenLook(view);
  const [asksReason, setAsksReason] = useState(false);
  const [asksTeammate, setAsksTeammate] = useState(false);
  const setAside = async (reason: string) => {
    if (await onAct({ kind: 'setAside', reason })) setAsksReason(false);
  };
  const handOver = async (to: string, note: string) => {
    if (await onAct({ kind: 'handOver', to, note })) setAsksTeammate(false);
  };
  const saveStory = async (words: { note: string; tags: string[]; campaign: string }) => {
    if (await onAct({ kind: 'saveStory', ...words })) props.onStoryOpen(false);
  };
  /** Whatever is in the draft stays. */
  const draftAlso = (text: string) => {
    const before = props.draft?.text.trim() ?? '';
    props.onDraft(before === '' ? text : `${before}\n${text}`);
  };
  return (
    <div class="thread">
      <PostCard view={view} now={now} />
      <TriageLine view={view} onAct={(act) => void onAct(act)} />
      <AnswerLine view={view} status={status} now={now} />
      <ThreadActions
        view={view}
        status={status}
        isBusy={isBusy}
        onAct={(act) => void onAct(act)}
        onStory={() => props.onStoryOpen(true)}
        onSetAside={() => setAsksReason(true)}
        onHandOver={() => setAsksTeammate(true)}
      />
      <ErrorNote text={props.refused} />
      {asksTeammate ? (
        <HandOverForm
          teammates={props.teammates.filter(({ id }) => id !== view.thread.claim?.memberId)}
          partners={aids.partners}
          onPartner={({ name, contact }) => {
            setAsksTeammate(false);
            draftAlso(`${name}: ${contact}`);
          }}
          isBusy={isBusy}
          onHandOver={(to, note) => void handOver(to, note)}
          onCancel={() => setAsksTeammate(false)}
        />
      ) : null}
      {asksReason ? (
        <SetAsideForm
          isBusy={isBusy}
          onReason={(reason) => void setAside(reason)}
          onCancel={() => setAsksReason(false)}
        />
      ) : null}
      {props.isStoryOpen ? (
        <StoryForm
          text={`${view.thread.post.title ?? ''} ${view.thread.post.text}`}
          known={aids}
          isBusy={isBusy}
          onSave={(words) => void saveStory(words)}
          onCancel={() => props.onStoryOpen(false)}
        />
      ) : null}
      <ReplyList
        view={view}
        now={now}
        inLibrary={props.inLibrary}
        isBusy={isBusy}
        onAdd={(replyId) => void onAct({ kind: 'addToLibrary', replyId })}
      />
      <FollowUpList view={view} now={now} />
      {props.isStoryOpen ? null : (
        <StoryOffer view={view} onStory={() => props.onStoryOpen(true)} />
      )}
      {aids.request === null || view.story === null || props.draft !== null ? null : (
        <StoryAsk request={aids.request} onAsk={draftAlso} />
      )}
      {props.kept === null ? null : (
        <KeptDraft
          kept={props.kept}
          now={now}
          isBusy={props.isInserting}
          onInsert={() => props.kept && props.onInsert(props.kept.text, null)}
          onCopy={props.onCopy}
          onDiscard={props.onDiscardKept}
        />
      )}
      {look === null ? null : (
        <LookCard
          view={view}
          look={look}
          now={now}
          draft={props.draft?.text ?? null}
          isBusy={isBusy}
          isInserting={props.isInserting}
          onAct={onAct}
          onInsert={(text) => props.onInsert(text, null)}
          onDraft={props.onDraft}
        />
      )}
      <InsertNote result={props.inserted} />
      <Answering {...props} />
      <ThreadHistory view={view} now={now} />
    </div>
  );
}

/** What could be answered: the draft, else suggestions, else the way to them. */
function Answering(props: ThreadDetailProps) {
  const { draft, isInserting, isFolded, onDraft, onInsert, onUnfold } = props;
  // A draft kept from before is shown, but does not take the focus from the keys that move between threads.
  const wasAsked = useRef(false);
  if (draft !== null) {
    return (
      <DraftEditor
        text={draft.text}
        count={draft.count}
        advice={draft.advice}
        tools={props.tools}
        polish={props.polish}
        look={toMyLook(props.view)}
        isAsking={props.isBusy}
        onAskLook={(text, note) => props.onAct({ kind: 'askLook', text, note })}
        isBusy={isInserting}
        takesFocus={wasAsked.current}
        onText={onDraft}
        onInsert={(text) => onInsert(text, null)}
        onCopy={props.onCopy}
        onClose={() => onDraft(null)}
        onDismissAdvice={props.onDismissAdvice}
        onCheckOff={props.onCheckOff}
      />
    );
  }
  if (isFolded) {
    return (
      <div>
        <Button onPress={onUnfold}>
          {props.view.replies.length === 0 ? words.write : words.another}
        </Button>
      </div>
    );
  }
  return (
    <SuggestionList
      suggestions={props.suggestions}
      isBusy={isInserting}
      onDismiss={props.onDismissSuggestion}
      onInsert={(suggestion) => onInsert(suggestion.text, suggestion.entryId)}
      onEdit={(text) => {
        wasAsked.current = true;
        onDraft(text);
      }}
    />
  );
}
