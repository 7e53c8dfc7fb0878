import { toAge, toClock, toTimeLeft } from '#components/ui/age.ts';
import { toReplier } from '#utils/model/member-name.ts';
import type { ThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { stateWords as words } from './state-words.ts';

/** What is said of a thread in one line and in one sentence. */
export interface StatusWords {
  /** The short line; `{name}` stands where `name` goes, so that a view can set it apart or shorten it. */
  line: string;
  name: string;
  /** The longer words, for hover and focus. */
  full: string;
  /** What is read aloud when the state changes; holds no age, so that it only changes with the state. */
  spoken: string;
  /** True when the team cannot be asked: the line says what was so at `asOf`. */
  isOld: boolean;
}

const NAME_MAX = 60;

/** Finds the words for a status that was decided at the same `now` (local clock, ms). */
export function toStatusWords(view: ThreadView, status: ThreadStatus, now: number): StatusWords {
  // A fact stands in the page, whether the team can be reached or not.
  const isOld = view.connection.state === 'offline' && status.level !== 'fact';
  const asOf = toAsOf(view, now);
  const make = (line: string, name: string, full: string, spoken: string) => ({
    line,
    name: clip(name),
    full: isOld ? words.asOf(full, asOf) : full,
    spoken,
    isOld,
  });
  switch (status.state) {
    case 'open': {
      // The brand stands in the longer words only: most teams have one, and the state needs the room.
      const full = view.connection.state === 'alone' ? words.openAlone : words.openFull;
      const age = toAge(now - (view.thread.post.time ?? view.thread.seenAt));
      const line = isOld ? words.openOld(asOf) : words.openLine(age);
      return make(line, '', full(clip(view.brandName), toSeen(view, now)), words.open);
    }
    case 'idle':
    case 'looking':
    case 'typing': {
      const since = toAge(now + view.connection.clockOffset - status.since);
      const { line, full, said } = words[status.state];
      const by = clip(status.by);
      return make(line(since), by, full(by, since), said(by));
    }
    case 'mine': {
      const until = toClock(now + status.msLeft, now);
      const line = isOld ? words.mineOld : words.mine(toTimeLeft(status.msLeft));
      return make(line, '', words.mineFull(until), words.mineSaid);
    }
    case 'theirs': {
      const since = toAge(now + view.connection.clockOffset - status.since);
      const by = clip(status.by);
      const until = toClock(now + status.msLeft, now);
      return make(
        words.theirs(since),
        by,
        words.theirsFull(by, since, until),
        words.theirsSaid(by),
      );
    }
    case 'answered': {
      const by = status.reply.memberId !== null && status.reply.memberId === view.me?.id;
      const name = by ? words.you : clip(status.by);
      const full = words.answeredFull(clipLine(status.reply.text));
      return make(
        words.answered(toAge(now - status.reply.at)),
        name,
        full,
        words.answeredSaid(name),
      );
    }
    case 'doubled': {
      const who = status.replies.map((reply) =>
        words.atAge(clip(toReplyName(view, reply)), toAge(now - reply.at)),
      );
      const people = new Set(status.replies.map((reply) => reply.memberId ?? reply.handle)).size;
      return make(words.doubled(people), '', words.doubledFull(who), words.doubled(people));
    }
    case 'setAside':
      return make(words.setAside, '', words.setAsideFull(status.reason), words.setAside);
    case 'unsure':
      return make(words.unsure, view.brandName, words.unsureFull(status.reason), words.unsureSaid);
  }
}

/** Whether claiming is what comes next; everything else has its own act. */
export function isClaimable({ state }: ThreadStatus): boolean {
  return ['open', 'idle', 'looking', 'typing'].includes(state);
}

/** The name of who wrote a reply, as far as the team knows it. */
export function toReplyName(
  view: ThreadView,
  reply: { memberId: string | null; handle: string },
): string {
  if (reply.memberId !== null && reply.memberId === view.me?.id) return words.youStart;
  return toReplier(view.names, reply);
}

/**
 * A teammate inside a sentence: “you”, the name, or what can be said of somebody who has left. Who has no team did
 * everything themselves.
 */
export function toMemberName(view: Pick<ThreadView, 'me' | 'names'>, memberId: string): string {
  if (memberId === (view.me?.id ?? '')) return words.you;
  return view.names[memberId] ?? words.former;
}

/** The time of day at which the team's state was last known. */
export function toAsOf(view: Pick<ThreadView, 'connection'>, now: number): string {
  const { asOf } = view.connection;
  return asOf === null ? words.never : toClock(asOf, now);
}

function toSeen(view: ThreadView, now: number): string {
  const { post, seenAt } = view.thread;
  return post.time === null
    ? words.seenAgo(toAge(now - seenAt))
    : words.postedAgo(toAge(now - post.time));
}

function clip(name: string): string {
  return name.length > NAME_MAX ? `${name.slice(0, NAME_MAX - 1)}…` : name;
}

function clipLine(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}
