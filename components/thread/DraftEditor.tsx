import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { Look } from '#utils/model/look.ts';
import type { DraftAdvice } from '#utils/messages/payloads.ts';
import { DraftAdviceList } from './DraftAdviceList.tsx';
import { DraftBox } from './DraftBox.tsx';
import type { DraftTools } from './draft-tools.ts';
import { LookAsk, LookButton } from './LookAsk.tsx';
import type { DraftPolish } from './polish-view.ts';
import { PolishAnswer } from './PolishAnswer.tsx';
import { PolishMenu } from './PolishMenu.tsx';
import { SplitParts } from './SplitParts.tsx';
import { TextCountNote } from './TextCountNote.tsx';
import type { TextCount } from './suggestion-item.ts';
import { TooLongNote } from './TooLongNote.tsx';
import { replyWords as words } from './words.ts';

export interface DraftEditorProps {
  text: string;
  /** By the site's own rule; null while unknown. */
  count: TextCount | null;
  advice: readonly DraftAdvice[];
  tools: DraftTools;
  polish: DraftPolish;
  isBusy: boolean;
  /** A person has just opened it. */
  takesFocus: boolean;
  /** My draft that the team looks at now; null where it does not. */
  look: Look | null;
  isAsking: boolean;
  onAskLook: (text: string, note: string) => Promise<boolean>;
  onText: (text: string) => void;
  onInsert: (text: string) => void;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
  onDismissAdvice: (key: string) => void;
  onCheckOff: (check: string) => void;
  onClose: () => void;
}

/** The answer being written, with the site's own count. Too long is said, not forbidden. */
export function DraftEditor(props: DraftEditorProps) {
  const { text, count, tools, polish, isBusy, onText, onInsert, onClose } = props;
  const { onForget, ...model } = polish;
  const card = useRef<HTMLElement>(null);
  const [isLookOpen, setLookOpen] = useState(false);
  const look = { text, look: props.look, isBusy: props.isAsking };
  const hasLook = tools.offersLook || props.look !== null;
  const over = count?.limit == null ? 0 : count.used - count.limit;
  if (tools.split !== null) {
    return (
      <section class="card stack-small">
        <SplitParts
          {...tools.split}
          isBusy={isBusy}
          onInsert={onInsert}
          onCopy={props.onCopy}
          onJoin={tools.onJoin}
          onClose={onClose}
        />
      </section>
    );
  }
  return (
    <section ref={card} class="card stack-small">
      <DraftBox
        text={text}
        error={over > 0 ? words.tooLong(over) : null}
        takesFocus={props.takesFocus}
        onText={onText}
        tools={tools}
      >
        <PolishMenu {...model} text={text} />
        {hasLook ? <LookButton {...look} onPress={() => setLookOpen(!isLookOpen)} /> : null}
      </DraftBox>
      <TooLongNote
        text={text}
        tooLong={over > 0 ? tools.tooLong : null}
        onSplit={tools.onSplit}
        onCopy={props.onCopy}
      />
      <PolishAnswer
        {...model}
        text={text}
        onTake={(polished) => {
          onText(polished);
          onForget();
        }}
        onKeep={onForget}
        onFocusLost={() => card.current?.querySelector('textarea')?.focus()}
      />
      <DraftAdviceList
        advice={props.advice}
        checks={tools.checks}
        onDismiss={props.onDismissAdvice}
        onCheckOff={props.onCheckOff}
      />
      {hasLook ? (
        <LookAsk
          {...look}
          isOpen={isLookOpen}
          onAsk={props.onAskLook}
          onClose={() => setLookOpen(false)}
        />
      ) : null}
      <div class="row">
        <TextCountNote count={count} />
        <span class="grow" />
        <Button tone="quiet" onPress={onClose}>
          {words.close}
        </Button>
        <Button tone="main" isBusy={isBusy || text.trim() === ''} onPress={() => onInsert(text)}>
          {words.insert}
        </Button>
      </div>
    </section>
  );
}
