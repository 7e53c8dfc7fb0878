import { browser } from './browser.ts';

/** What Chromium has beside the standard. Firefox has no such thing (153, 2026-11), and its types say so. */
interface GuardedArea {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Shuts the extension's storage against content scripts, which a page may own (reliability.md T4). To be called at
 * every start of the worker. Does nothing where the browser cannot; no secret may stand there in any case.
 */
export async function shutStorage(): Promise<void> {
  const { local, session } = browser.storage as unknown as Record<'local' | 'session', GuardedArea>;
  await Promise.all(
    [local, session].map((area) => area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
  );
}
