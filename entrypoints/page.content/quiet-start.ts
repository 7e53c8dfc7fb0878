/**
 * WXT announces every content script that starts by an event and a window message, with the extension's id in
 * them, and ends a running one when such an event comes back. A page hears both and can send both: it would know
 * of us before any mention is there, and could switch us off. We tell a second start by ourselves, so both are left
 * out. Must be loaded before WXT makes its context.
 */
// oxlint-disable-next-line no-restricted-imports -- it is in every content script already; only its voice is taken
import { ContentScriptContext } from 'wxt/utils/content-script-context';

interface Announcements {
  stopOldScripts(): void;
  listenForNewerScripts(): void;
}

const context = ContentScriptContext.prototype as unknown as Announcements;
context.stopOldScripts = () => undefined;
context.listenForNewerScripts = () => undefined;
