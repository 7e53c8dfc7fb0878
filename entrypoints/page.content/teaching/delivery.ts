/** How the script that is loaded for pointing hands itself to the script of the page, both in our own world of it. */
import type { Surface } from '../surface.ts';

export interface TeachingOptions {
  doc: Document;
  /** Of the page's own script, so that it knows the element for ours. */
  createSurface(doc: Document, css: string, display: 'block' | 'contents'): Surface;
  measureTheme(element: Element): 'light' | 'dark';
  /** Proposes selectors, by full name. Rejects when nobody takes them. */
  offer(selectors: Record<string, string>): Promise<{ isPanelOpen: boolean }>;
}

/** Begins pointing; returns how to end it without a trace. */
export type StartTeaching = (options: TeachingOptions) => () => void;

const DELIVERED = Symbol.for('hearback.teaching');

interface World {
  [DELIVERED]?: StartTeaching;
}

/** Leaves the beginning for the page's own script. */
export function deliverTeaching(start: StartTeaching): void {
  (globalThis as World)[DELIVERED] = start;
}

/** What was left; null when it has not arrived. */
export function takeTeaching(): StartTeaching | null {
  return (globalThis as World)[DELIVERED] ?? null;
}
