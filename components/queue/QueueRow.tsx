import {
  CheckCheck,
  Circle,
  CircleCheck,
  CircleQuestionMark,
  CircleSlash,
  CircleUser,
  Clock3,
  Flag,
  MessageCircleReply,
  Pencil,
  ThumbsUp,
  UserX,
} from 'lucide-preact';
import { toPlace } from '#components/thread/place.ts';
import { intentIcons } from '#components/thread/triage-icons.ts';
import { triageWords } from '#components/thread/triage-words.ts';
import { toAge, toTimeLeft, toTimestamp } from '#components/ui/age.ts';
import type { QueueState } from '#utils/model/queue-states.ts';
import { pressingStates } from '#utils/model/queue-states.ts';
import type { QueueClock, QueueItem } from '#utils/queue/queue-list.ts';
import type { QueueProps } from './queue-props.ts';
import { queueWords as words } from './words.ts';

const icons: Record<QueueState, typeof Circle> = {
  unclaimed: Circle,
  forgotten: UserX,
  again: MessageCircleReply,
  typing: Pencil,
  claimed: CircleUser,
  doubled: CheckCheck,
  waiting: CircleCheck,
  snoozed: Clock3,
  settled: ThumbsUp,
  setAside: CircleSlash,
};

/** Which colors a state has, of those that threads have everywhere. */
const looks: Record<QueueState, string> = {
  unclaimed: 'open',
  forgotten: 'doubled',
  again: 'open',
  typing: 'typing',
  claimed: 'theirs',
  doubled: 'doubled',
  waiting: 'answered',
  snoozed: 'setAside',
  settled: 'answered',
  setAside: 'setAside',
};

const HOUR = 60 * 60_000;
/** Where no desk has promised anything, a wait is long after a day, and too long after three. */
const LONG = [24 * HOUR, 72 * HOUR] as const;
/** First words of a post; the row shows one line. */
const WORDS_MAX = 240;

interface QueueRowProps extends Pick<QueueProps, 'now' | 'names' | 'myId' | 'desks'> {
  item: QueueItem;
  isChosen: boolean;
  /** Marked for what is done to several. */
  isMarked: boolean;
  onChoose: () => void;
  onMark: () => void;
}

/** One thread of the queue: who, where, how long they wait, what became of it, by whom. */
export function QueueRow(props: QueueRowProps) {
  const { item, now, isChosen, isMarked, onChoose, onMark } = props;
  const { post, route } = item.thread;
  const who = post.author.name ?? post.author.handle;
  const desk = props.desks.find(({ id }) => id === item.deskId);
  const Intent = item.intent === null ? null : intentIcons[item.intent];
  return (
    <div class="queue-row" data-chosen={isChosen}>
      <label class="queue-mark">
        <input type="checkbox" aria-label={words.choose(who)} checked={isMarked} onClick={onMark} />
      </label>
      <button
        type="button"
        class="queue-open"
        aria-current={isChosen}
        data-thread={item.id}
        onClick={onChoose}
      >
        <span class="queue-line">
          <bdi class="post-who">{who}</bdi>
          <span class="hint queue-place">{toPlace(post)}</span>
          <span class="grow" />
          <Due clock={item.clock} now={now} />
          <Waiting item={item} now={now} />
        </span>
        <span class="queue-words" dir="auto">
          {(post.title ? `${post.title} · ${post.text}` : post.text).slice(0, WORDS_MAX)}
        </span>
        <span class="queue-line queue-facts">
          <StateMark {...props} />
          {item.thread.match.sure || item.thread.outcome !== 'open' ? null : (
            <span class="queue-fact" title={item.thread.match.reason}>
              <CircleQuestionMark size={12} strokeWidth={1.75} aria-hidden="true" /> {words.unsure}
            </span>
          )}
          {route?.priority === undefined ? null : (
            <span class="queue-fact" data-priority={route.priority} title={words[route.priority]}>
              <Flag size={12} strokeWidth={1.75} aria-hidden="true" />{' '}
              {words.priorities[route.priority]}
            </span>
          )}
          {desk === undefined ? null : <bdi class="queue-fact">{desk.name}</bdi>}
          {Intent === null || item.intent === null ? null : (
            <span class="queue-fact">
              <Intent size={12} strokeWidth={1.75} aria-hidden="true" />{' '}
              {triageWords.intents[item.intent]}
            </span>
          )}
        </span>
      </button>
    </div>
  );
}

/** What became of it, with the name of who is at it. */
function StateMark({ item, now, names, myId }: QueueRowProps) {
  const Icon = icons[item.state];
  const nameOf = (id: string) => (id === myId ? words.you : (names[id] ?? words.former));
  return (
    <span class="badge" data-state={looks[item.state]}>
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      <bdi class="queue-state">{toStateWords(item, now, nameOf)}</bdi>
    </span>
  );
}

function toStateWords(item: QueueItem, now: number, nameOf: (id: string) => string): string {
  const { state, thread, replies, owner, typist } = item;
  const said = words.states[state];
  const [answer] = replies;
  if (state === 'typing' && typist !== null) return words.by(said, nameOf(typist));
  if (state === 'claimed' && thread.claim) {
    const { memberId, leaseUntil } = thread.claim;
    return words.by(said, words.claimed(nameOf(memberId), toTimeLeft(leaseUntil - now)));
  }
  if (state === 'waiting' && answer) {
    return words.by(said, answer.memberId === null ? answer.handle : nameOf(answer.memberId));
  }
  if (state === 'forgotten') return words.by(said, nameOf(owner));
  const isOpen = state === 'unclaimed' || state === 'again';
  return isOpen && owner !== '' ? words.forName(said, nameOf(owner)) : said;
}

/** How long whoever is due has waited; colored where a customer waits long. */
function Waiting({ item, now }: { item: QueueItem; now: number }) {
  const waited = now - item.since;
  const isPressing = pressingStates.includes(item.state) && item.clock === null;
  const age = !isPressing || waited < LONG[0] ? 'fresh' : waited < LONG[1] ? 'long' : 'tooLong';
  return (
    <span class="queue-age" data-age={age} title={toTimestamp(item.since)}>
      {toAge(waited)}
    </span>
  );
}

/** When somebody should hear back by what their desk promised. */
function Due({ clock, now }: { clock: QueueClock | null; now: number }) {
  if (clock === null) return null;
  const left = clock.dueAt - now;
  const age = left <= 0 ? 'tooLong' : now >= clock.warnAt ? 'long' : 'fresh';
  return (
    <span
      class="queue-due"
      data-age={age}
      title={`${words.clockTitle[clock.kind]} ${toTimestamp(clock.dueAt)}`}
    >
      <Clock3 size={12} strokeWidth={1.75} aria-hidden="true" />{' '}
      {left <= 0 ? words.late(toAge(-left)) : words.due(toAge(left))}
    </span>
  );
}
