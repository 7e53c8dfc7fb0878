import type { Call } from '../pages/content.ts';

/** One tab of a real browser with the test extension; the same for Chromium and Firefox. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs a script in the page's own world and answers what it (or its promise) gives. */
  evaluate<T>(script: string): Promise<T>;
  /** Presses a real key, with another one held. */
  press(key: 'a' | 'v' | 'z' | 'Home' | 'ArrowRight', held?: 'Control' | 'Shift'): Promise<void>;
  /** Takes the focus from the page, as the side panel does, until the next `goto`. */
  takeFocus(): Promise<void>;
  /** Types real keys. */
  type(text: string): Promise<void>;
}

export interface Browser {
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** What the content script tells after a call. */
export interface Answer {
  kind: string;
  draft: string;
  outcome: string;
  method: string;
  advice: string;
  outcomes: string[];
  isCopied: boolean;
}

/** Waits in the page until `condition` holds, at most five seconds. */
export function waitInPage(tab: Tab, condition: string): Promise<unknown> {
  return tab.evaluate(`new Promise((resolve, reject) => {
    const look = () => (${condition}) ? resolve(true) : requestAnimationFrame(look);
    setTimeout(() => reject(new Error('waited in vain')), 5000);
    look();
  })`);
}

/** Asks the content script in its isolated world. */
export function callContent(tab: Tab, call: Call): Promise<Answer> {
  const detail = JSON.stringify(JSON.stringify(call));
  return tab.evaluate<Answer>(`new Promise((resolve) => {
    const hear = (event) => resolve(JSON.parse(event.detail));
    document.addEventListener('hb-answer', hear, { once: true });
    document.dispatchEvent(new CustomEvent('hb-call', { detail: ${detail} }));
  })`);
}
