import { lessonParts } from '#utils/sites/teach/lesson.ts';
import type { Lesson, LessonTrial } from '#utils/sites/teach/lesson.ts';
import { canSkip, partOf } from './steps.ts';
import type { Steps } from './steps.ts';
import type { BarAct, BarContent } from './stage.ts';
import { teachingWords as words } from './words.ts';

/** What is learned so far, and what the page holds by it. */
export interface Known extends LessonTrial {
  lesson: Lesson;
}

/** What became of the proposal. */
export type Ending = 'none' | 'asking' | 'inPanel' | 'inToolbar' | 'refused';

export interface BarActs {
  stop(): void;
  back(): void;
  skip(): void;
  move(): void;
  save(): void;
}

export interface BarState {
  ending: Ending;
  /** Something is under the pointer. */
  isPointing: boolean;
  /** What the keys point at, in words; empty while the pointer does. */
  under: string;
}

/** What the bar says and offers. */
export function toBarContent(
  steps: Steps,
  known: Known,
  { ending, isPointing, under }: BarState,
  acts: BarActs,
): BarContent {
  if (ending === 'inPanel' || ending === 'inToolbar') {
    const close: BarAct = { label: words.close, isMain: true, onPress: acts.stop };
    return { step: '', ask: words[ending], told: toFound(known), acts: [close] };
  }
  if (ending === 'refused') {
    // What was pointed at is not lost by it.
    const again: BarAct = { label: words.again, isMain: true, onPress: acts.save };
    const close: BarAct = { label: words.close, onPress: acts.stop };
    return { step: '', ask: words.refused, told: toFound(known), acts: [again, close] };
  }
  const part = partOf(steps);
  const step = words.step(Math.min(steps.at + 1, lessonParts.length), lessonParts.length);
  const move: BarAct = { label: words.move, onPress: acts.move };
  const back: BarAct[] = steps.at > 0 ? [{ label: words.back, onPress: acts.back }] : [];
  const stop: BarAct = { label: words.stop, onPress: acts.stop };
  if (part !== null) {
    const skip: BarAct[] = canSkip(steps) ? [{ label: words.skip, onPress: acts.skip }] : [];
    const isLost = isPointing && known.lesson[part] === undefined;
    const found = isLost ? words.notFound[part] : toFound(known);
    const told = under === '' ? found : `${words.under(under)} ${found}`;
    return { step, ask: words.point[part], told, acts: [...skip, ...back, move, stop] };
  }
  if (known.whole.length === 0) {
    return { step, ask: words.unreadable, told: toFound(known), acts: [...back, move, stop] };
  }
  const save: BarAct = { label: words.save, isMain: true, onPress: acts.save };
  return { step, ask: words.done, told: toFound(known), acts: [save, ...back, move, stop] };
}

function toFound({ lesson, posts, whole }: Known): string {
  if (lesson.post === undefined) return '';
  if (posts.length === 0) return words.nothing;
  const isRead = lesson.author !== undefined && lesson.text !== undefined;
  const told = words.found(posts.length);
  return isRead ? `${told}, ${words.whole(whole.length)}.` : `${told}.`;
}
