import type { Look } from '#utils/model/look.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toMemberName } from './status-words.ts';
import { lookWords as words } from './look-words.ts';

/**
 * The draft that the team looks at now; null where none is. An answer that came after it has ended it, though the server may
 * not have said so yet.
 */
export function toOpenLook({ thread: { look }, replies }: ThreadView): Look | null {
  if (!look || replies.some(({ at }) => at > look.askedAt)) return null;
  return look;
}

/** The same, where it is my own draft. */
export function toMyLook(view: ThreadView): Look | null {
  const look = toOpenLook(view);
  return look !== null && look.askedBy === view.me?.id ? look : null;
}

/** One sentence on how a look stands; `{name}` stands where `name` goes. */
export interface LookLine {
  line: string;
  name: string;
}

/** Who gave the verdict that holds; null while there is none. */
function toJudge({ state, comments }: Look): string | null {
  return comments.findLast(({ verdict }) => verdict === state)?.by ?? null;
}

/** Whether my own approval is what holds. */
export function isApprovedByMe(view: ThreadView, look: Look): boolean {
  return look.state === 'approved' && toJudge(look) === view.me?.id;
}

/** How it stands, for the thread itself. */
export function toLookLine(view: ThreadView, look: Look): LookLine {
  const me = view.me?.id;
  const judge = toJudge(look);
  if (look.state !== 'asked' && judge !== null) {
    const isMe = judge === me;
    const line = { approved: words.approved, changes: words.changes };
    const byMe = { approved: words.approvedByMe, changes: words.changesByMe };
    return { line: (isMe ? byMe : line)[look.state], name: toMemberName(view, judge) };
  }
  if (look.askedBy === me) return { line: words.mine, name: '' };
  return { line: words.asks, name: toMemberName(view, look.askedBy) };
}

/**
 * What somebody should know of it who has another thread before them: that a teammate asks, or what became of one's own.
 * Null where there is nothing to do.
 */
export function toLookNews(view: ThreadView): LookLine | null {
  const look = toOpenLook(view);
  const me = view.me?.id;
  if (look === null || me === undefined) return null;
  if (look.askedBy !== me) {
    if (look.state !== 'asked') return null;
    return { line: words.asks, name: toMemberName(view, look.askedBy) };
  }
  const judge = toJudge(look);
  if (look.state === 'asked' || judge === null) return null;
  const line = { approved: words.approvedRow, changes: words.changesRow }[look.state];
  return { line, name: toMemberName(view, judge) };
}
