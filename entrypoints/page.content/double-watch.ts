/** Says so when a teammate's answer turns up beside one that was sent from this page. */
import type { SendConflict } from '#utils/model/send-conflict.ts';
import { noticeWords, toDoubledText, toWebLink } from './box-words.ts';
import type { NoticeBoard } from './notice.tsx';

export interface DoubleWatchOptions {
  /** What speaks against an answer to this thread, by all that is known now. */
  conflictsOf(threadId: string): SendConflict[];
  /** Nothing may be added to this page. */
  isQuiet(): boolean;
  notices: Pick<NoticeBoard, 'say'>;
}

export interface DoubleWatch {
  /** A reply was sent from this page. */
  noteAnswered(threadId: string): void;
  /** What is known of this thread is new. */
  look(threadId: string): void;
}

/** Starts with nothing answered. */
export function createDoubleWatch(options: DoubleWatchOptions): DoubleWatch {
  /** Threads answered from this page, until a teammate's answer beside it was told. */
  const answered = new Set<string>();

  const look = (threadId: string) => {
    if (!answered.has(threadId)) return;
    const conflicts = options.conflictsOf(threadId);
    const other = conflicts.find(({ kind }) => kind === 'reply');
    if (other?.kind !== 'reply') return;
    answered.delete(threadId);
    if (options.isQuiet()) return;
    const href = toWebLink(other.permalink);
    options.notices.say(toDoubledText(conflicts), {
      isUrgent: true,
      link: href === null ? null : { label: noticeWords.seeReply, href },
    });
  };

  return {
    noteAnswered(threadId) {
      answered.add(threadId);
      look(threadId);
    },
    look,
  };
}
