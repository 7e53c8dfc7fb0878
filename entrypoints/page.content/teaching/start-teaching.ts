/**
 * Pointing at the parts of a post, one after the other. The page takes no part in it: it hears no press and no key,
 * and what it sends itself counts for nothing. What comes of it is a proposal only
 * (docs/decisions/0014-teaching-a-site.md).
 */
import { cleanLine, clipText } from '#utils/sites/dom/clean-text.ts';
import { parentOf } from '#utils/sites/dom/neighbors.ts';
import { isWholeLesson, lessonParts, tryLesson } from '#utils/sites/teach/lesson.ts';
import type { Lesson, LessonPart, Pointed } from '#utils/sites/teach/lesson.ts';
import { proposeLesson } from '#utils/sites/teach/propose.ts';
import { toBarContent } from './bar-content.ts';
import type { Ending, Known } from './bar-content.ts';
import type { StartTeaching, TeachingOptions } from './delivery.ts';
import { canSkip, choose, firstStep, goBack, partOf, skip } from './steps.ts';
import type { Steps } from './steps.ts';
import { createStage } from './stage.ts';
import { stepElement } from './step-element.ts';

/** The pointer rests this long before the page is searched for what is like the thing under it, ms. */
const REST_MS = 80;
/** So much of an element's text tells which one it is, UTF-16 units. */
const SPOKEN_MAX = 60;
const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'pointerover',
  'pointerout',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'dragstart',
  'keyup',
  'keypress',
];

export const startTeaching: StartTeaching = (options: TeachingOptions) => {
  const { doc, offer } = options;
  const win = doc.defaultView ?? window;
  const over = new AbortController();
  const stage = createStage(options);
  let steps: Steps = firstStep;
  let under: Element | null = null;
  let isFoundByKey = false;
  /** What the page was searched for last; the bar speaks of that, not of each thing on the way there. */
  let searched = { isPointing: false, under: '' };
  let known: Known = { lesson: {}, posts: [], whole: [] };
  let ending: Ending = 'none';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const end = () => {
    over.abort();
    clearTimeout(timer);
    win.cancelAnimationFrame(frame);
    stage.remove();
  };

  const learn = (pointed: Pointed): Known => {
    const lesson = proposeLesson(pointed);
    return { lesson, ...tryLesson(lesson, doc) };
  };

  const draw = () => {
    const part = partOf(steps);
    const parts = part === null || part === 'post' ? [] : findParts(doc, known.lesson, part);
    stage.outline({ posts: known.posts, parts, under: part === null ? null : under });
    stage.say(toBarContent(steps, known, { ending, ...searched }, acts));
  };
  const drawSoon = () => {
    win.cancelAnimationFrame(frame);
    frame = win.requestAnimationFrame(draw);
  };

  /** What would be learned by the element that is pointed at now. */
  const look = () => {
    const part = partOf(steps);
    known = learn(part && under ? { ...steps.pointed, [part]: under } : steps.pointed);
    searched = { isPointing: under !== null, under: isFoundByKey && under ? toSpoken(under) : '' };
    draw();
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
    drawSoon();
  };

  const go = (next: Steps) => {
    steps = next;
    under = null;
    clearTimeout(timer);
    look();
  };
  const pick = () => {
    const part = partOf(steps);
    if (part === null || !under) return;
    clearTimeout(timer);
    look();
    // What cannot be told apart is not taken; the bar says why.
    if (known.lesson[part] !== undefined) go(choose(steps, under));
  };

  const acts = {
    stop: end,
    back: () => go(goBack(steps)),
    skip: () => canSkip(steps) && go(skip(steps)),
    move: () => stage.move(),
    save() {
      if (ending === 'asking' || !isWholeLesson(known.lesson) || known.whole.length === 0) return;
      ending = 'asking';
      // After a refusal, so that the next one is heard as well.
      draw();
      offer(toFullNames(known.lesson)).then(
        ({ isPanelOpen }) => finish(isPanelOpen ? 'inPanel' : 'inToolbar'),
        () => finish('refused'),
      );
    },
  };
  const finish = (how: Ending) => {
    ending = how;
    if (!over.signal.aborted) draw();
  };

  const elementAt = (x: number, y: number): Element | null => {
    const found = doc.elementsFromPoint(x, y).find((one) => !stage.host.contains(one));
    return found && found !== doc.documentElement && found !== doc.body ? found : null;
  };

  const onPointer = (event: MouseEvent) => {
    // A button that is pressed by a key has no place.
    const isByKey = event.type === 'click' && event.detail === 0 && stage.hasFocusedButton();
    if (isByKey || stage.isOnBar(event.clientX, event.clientY)) return;
    hush(event);
    if (event.type !== 'pointermove' && event.type !== 'click') return;
    if (ending !== 'none') return;
    const at = elementAt(event.clientX, event.clientY);
    if (at !== under) {
      under = at;
      isFoundByKey = false;
      lookSoon();
    }
    if (event.type === 'click' && event instanceof MouseEvent && event.button === 0) pick();
  };

  const onKey = (event: KeyboardEvent) => {
    event.stopImmediatePropagation();
    const { key } = event;
    if (event.type !== 'keydown') return;
    if (key === 'Escape') {
      event.preventDefault();
      end();
      return;
    }
    if (key === 'Enter' && !stage.hasFocusedButton()) {
      event.preventDefault();
      pick();
      return;
    }
    if (!key.startsWith('Arrow') || ending !== 'none' || partOf(steps) === null) return;
    event.preventDefault();
    const middle = () =>
      elementAt(win.innerWidth / 2, win.innerHeight / 2) ?? doc.body.firstElementChild;
    under = under ? stepElement(under, key, stage.host) : middle();
    isFoundByKey = true;
    under?.scrollIntoView({ block: 'nearest' });
    lookSoon();
  };

  /** The stage lies over what scrolls in the page. */
  const onWheel = (event: WheelEvent) => {
    if (stage.isOnBar(event.clientX, event.clientY)) return;
    let at = elementAt(event.clientX, event.clientY);
    while (at && !canScroll(at)) at = parentOf(at);
    if (!at || at === doc.body) return;
    event.preventDefault();
    at.scrollBy(event.deltaX, event.deltaY);
  };

  const listen = (type: string, listener: (event: Event) => void, isPassive = false) =>
    win.addEventListener(type, (event) => event.isTrusted && listener(event), {
      capture: true,
      passive: isPassive,
      signal: over.signal,
    });
  for (const type of [...SWALLOWED, 'pointermove', 'keydown']) {
    listen(type, (event) => {
      if (type.startsWith('key')) onKey(event as KeyboardEvent);
      else onPointer(event as MouseEvent);
    });
  }
  listen('wheel', (event) => onWheel(event as WheelEvent));
  listen('scroll', drawSoon, true);
  listen('resize', drawSoon, true);
  draw();
  return end;
};

function hush(event: Event): void {
  event.stopImmediatePropagation();
  // Scrolling by touch begins with these.
  if (event.type !== 'pointermove' && event.type !== 'pointerdown') event.preventDefault();
}

/** What a part finds, as far as it counts: a plain `a` stands on all of the page. */
function findParts(doc: Document, { post, ...lesson }: Lesson, part: Exclude<LessonPart, 'post'>) {
  const css = lesson[part];
  if (css === undefined || post === undefined) return [];
  const found = [...doc.querySelectorAll(css)];
  return part === 'box' ? found : found.filter((one) => one.closest(post) !== null);
}

/** Tells somebody who does not see it which element this is. */
function toSpoken(element: Element): string {
  const text = element instanceof HTMLElement ? element.innerText : element.textContent;
  const names = ['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name));
  const [said = ''] = [text, ...names, element.localName]
    .map((one) => cleanLine(one ?? ''))
    .filter(Boolean);
  return clipText(said, SPOKEN_MAX);
}

function canScroll(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight + 1) return false;
  return /auto|scroll/u.test(getComputedStyle(element).overflowY);
}

function toFullNames(lesson: Lesson): Record<string, string> {
  const named = lessonParts.flatMap((part) => {
    const css = lesson[part];
    return css === undefined ? [] : [[`taught.${part}`, css] as const];
  });
  return Object.fromEntries(named);
}
