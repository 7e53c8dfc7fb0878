/**
 * The same object as the page sees it. What a content script of Firefox stores in an object belongs to the
 * extension, and the page reads nothing; stored through this view it belongs to the page. Other browsers
 * know no such view and need none. (Firefox ESR 153 also ignores a `clipboardData` given to the constructor
 * of a `ClipboardEvent` and makes an empty one: fill the event's own. Tried 2026-11-22.)
 */
export function readableByPage<T extends object>(object: T & { wrappedJSObject?: T }): T {
  return object.wrappedJSObject ?? object;
}
