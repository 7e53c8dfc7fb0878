import { z } from 'zod';
import { sendIntentSchema } from '#utils/messages/payloads.ts';
import type { SendIntent } from '#utils/messages/payloads.ts';
import { browser } from '#utils/platform/browser.ts';
import { createTurns } from './in-turn.ts';

/** As long as a new page may prove that a reply was sent, ms (`INTENT_MS` of the page's own watch). */
const KEPT_MS = 30_000;
/** In all tabs: nobody sends more in half a minute, and each may be long. */
const INTENTS_MAX = 10;

const keptSchema = sendIntentSchema.extend({ origin: z.string().nullable() });
const PREFIX = 'intent:';
/** A frame keeps its own: it must not take what the page around it was about to send. */
const keyOf = (tabId: number, frameId: number) =>
  frameId === 0 ? `${PREFIX}${tabId}` : `${PREFIX}${tabId}:${frameId}`;

const inTurn = createTurns();

/** Keeps what a tab is about to send, for the page that its site loads next. */
export function saveIntent(
  tabId: number,
  intent: SendIntent,
  origin: string | null,
  frameId = 0,
): Promise<void> {
  return inTurn(async () => {
    const key = keyOf(tabId, frameId);
    const stored: Record<string, unknown> = await browser.storage.session.get(null);
    const others = Object.entries(stored)
      .filter(([other]) => other.startsWith(PREFIX) && other !== key)
      .map(([other, value]) => ({ key: other, at: keptSchema.safeParse(value).data?.at ?? 0 }))
      .sort((one, other) => other.at - one.at);
    const gone = others.filter(
      ({ at }, index) => intent.at - at > KEPT_MS || index >= INTENTS_MAX - 1,
    );
    await browser.storage.session.remove(gone.map((other) => other.key));
    await browser.storage.session.set({ [key]: { ...intent, origin } });
  });
}

/** Takes it out again; null when there is none, it is too old, or the tab went to another site. */
export function takeIntent(
  tabId: number,
  origin: string | null,
  now: number,
  frameId = 0,
): Promise<SendIntent | null> {
  return inTurn(async () => {
    const key = keyOf(tabId, frameId);
    const kept = keptSchema.safeParse((await browser.storage.session.get(key))[key]);
    await browser.storage.session.remove(key);
    if (!kept.success || kept.data.origin !== origin || now - kept.data.at > KEPT_MS) return null;
    const { origin: _, ...intent } = kept.data;
    return intent;
  });
}

/** Drops what this tab, or (null) any tab, was about to send: it was closed, or the team was left. */
export function forgetIntents(tabId: number | null): Promise<void> {
  return inTurn(async () => {
    const stored = Object.keys(await browser.storage.session.get(null));
    const keys = stored.filter((key) =>
      tabId === null
        ? key.startsWith(PREFIX)
        : key === keyOf(tabId, 0) || key.startsWith(`${keyOf(tabId, 0)}:`),
    );
    await browser.storage.session.remove(keys);
  });
}
