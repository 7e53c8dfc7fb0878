import { ownId } from './runtime.ts';

/**
 * The life of one injected script, in place of WXT's own class of this name, which watches addresses and wraps timers
 * as well: that is a hundredth of what a page may load, and nothing of it is used here.
 */
export class ContentScriptContext {
  readonly #end = new AbortController();

  constructor(name: string) {
    // After an update the script of the old version still runs, in a world of its own: the document is what both see.
    const started = `${ownId()}:${name}`;
    document.dispatchEvent(new CustomEvent(started));
    document.addEventListener(started, () => this.#end.abort(), { once: true });
  }

  /** Calls `end` once a newer script of this name has started in the page. */
  onInvalidated(end: () => void): void {
    this.#end.signal.addEventListener('abort', end);
  }
}
