import { vi } from 'vitest';

/** Longer than any machine takes that is merely busy, ms; nothing waits for it where a check holds. */
const PATIENCE_MS = 15_000;

/** What a test that uses `eventually` may take in all, ms: `vi.setConfig({ testTimeout: PATIENT_TEST_MS })`. */
export const PATIENT_TEST_MS = 30_000;

/** Resolves as soon as `check` passes; rejects with its last error. For work that several processes' load may delay. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: PATIENCE_MS });
