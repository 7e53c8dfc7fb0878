/** What is drawn while somebody points: outlines over the page, and a bar that says what to do. */
import tokensCss from '#components/tokens.css?inline';
import teachingCss from './teaching.css?inline';
import type { TeachingOptions } from './delivery.ts';
import { teachingWords as words } from './words.ts';

/** More outlines than these are not looked at, and cost. */
const OUTLINES_MAX = 120;

export interface BarAct {
  label: string;
  isMain?: boolean;
  onPress(): void;
}

/** What the bar says, read out by screen readers whenever it changes, and what it offers. */
export interface BarContent {
  step: string;
  ask: string;
  /** What is found now. */
  told: string;
  acts: BarAct[];
}

export interface Outlined {
  posts: readonly Element[];
  parts: readonly Element[];
  under: Element | null;
}

export interface Stage {
  host: HTMLElement;
  /** True for a place on the bar, in the window. */
  isOnBar(x: number, y: number): boolean;
  /** True while one of the bar's own buttons has the focus. */
  hasFocusedButton(): boolean;
  say(content: BarContent): void;
  outline(what: Outlined): void;
  /** Puts the bar to the other end of the window, away from what is pointed at. */
  move(): void;
  remove(): void;
}

/** Puts the stage over the page. */
export function createStage({ doc, createSurface, measureTheme }: TeachingOptions): Stage {
  const { host, root } = createSurface(doc, tokensCss + teachingCss, 'contents');
  const make = (name: string, className: string, parent: Node) => {
    const element = doc.createElement(name);
    element.className = className;
    parent.appendChild(element);
    return element;
  };
  const stage = make('div', 'stage', root);
  const layer = make('div', 'layer', stage);
  const bar = make('div', 'bar', stage);
  make('p', 'title', bar).textContent = words.title;
  // Both together are read out when either changes.
  const task = make('div', 'task', bar);
  const step = make('p', 'step', task);
  const ask = make('p', 'ask', task);
  const told = make('p', 'told', bar);
  const keys = make('p', 'keys', bar);
  keys.textContent = words.keys;
  const acts = make('div', 'acts', bar);
  bar.tabIndex = -1;
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', words.title);
  bar.setAttribute('aria-describedby', 'task keys');
  task.id = 'task';
  keys.id = 'keys';
  task.setAttribute('role', 'status');
  told.setAttribute('role', 'status');
  stage.dataset['theme'] = measureTheme(doc.body);
  doc.documentElement.append(host);
  // Over dialogs of the page too, where the browser has a layer for that.
  stage.setAttribute('popover', 'manual');
  if (typeof stage.showPopover === 'function') stage.showPopover();
  else stage.removeAttribute('popover');
  bar.focus();
  let actsPrint = '';

  return {
    host,
    isOnBar(x, y) {
      const { left, right, top, bottom } = bar.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    },
    hasFocusedButton: () => root.activeElement?.localName === 'button',
    say(content) {
      write(step, content.step);
      write(ask, content.ask);
      write(told, content.told);
      const print = content.acts.map(({ label }) => label).join();
      // The same buttons stay, and with them the focus.
      if (print === actsPrint) return;
      actsPrint = print;
      const hadFocus = root.activeElement !== null;
      acts.replaceChildren(
        ...content.acts.map(({ label, isMain, onPress }) => {
          const button = doc.createElement('button');
          button.type = 'button';
          button.textContent = label;
          if (isMain === true) button.className = 'main';
          button.addEventListener('click', (event) => {
            if (event.isTrusted) onPress();
          });
          return button;
        }),
      );
      if (hadFocus) (acts.querySelector<HTMLElement>('.main') ?? bar).focus();
    },
    outline({ posts, parts, under }) {
      const kinds = [
        ...posts.map((element) => ({ element, kind: 'post' })),
        ...parts.map((element) => ({ element, kind: 'part' })),
        ...(under ? [{ element: under, kind: 'under' }] : []),
      ];
      const height = doc.documentElement.clientHeight;
      const boxes = kinds
        .map(({ element, kind }) => ({ kind, box: element.getBoundingClientRect() }))
        .filter(({ kind, box }) => kind === 'under' || (box.bottom >= 0 && box.top <= height));
      layer.replaceChildren(
        ...boxes.slice(-OUTLINES_MAX).map(({ kind, box }) => {
          const line = doc.createElement('div');
          line.className = 'outline';
          line.dataset['kind'] = kind;
          line.style.left = `${box.left - 2}px`;
          line.style.top = `${box.top - 2}px`;
          line.style.width = `${box.width + 4}px`;
          line.style.height = `${box.height + 4}px`;
          return line;
        }),
      );
    },
    move() {
      if (bar.dataset['place'] === 'top') delete bar.dataset['place'];
      else bar.dataset['place'] = 'top';
    },
    remove: () => host.remove(),
  };
}

/** What is written is read out, so the same is not written again. */
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
