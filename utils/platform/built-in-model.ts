/**
 * The browser's own language model, where it has one: Chrome's Prompt API, `LanguageModel`, in pages of extensions since
 * Chrome 138 (https://developer.mozilla.org/docs/Web/API/Prompt_API). It runs on this machine and knows few languages:
 * English, Spanish and Japanese in Chrome 140. `create` loads it where it is not there yet, gigabytes once: that is done
 * at a person's click and never by itself.
 */

/** `absent`: the browser knows no such thing. `unavailable`: this machine or this language cannot have it. */
export type BuiltInState = 'absent' | 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** What of `LanguageModel` is used. */
export interface BuiltInModel {
  availability(options: BuiltInOptions): Promise<string>;
  create(options: BuiltInOptions & CreateOptions): Promise<BuiltInSession>;
}
interface BuiltInOptions {
  expectedOutputs?: { type: 'text'; languages: string[] }[];
}
interface CreateOptions {
  initialPrompts?: { role: 'system'; content: string }[];
  signal?: AbortSignal;
  monitor?: (monitor: EventTarget) => void;
}
interface BuiltInSession {
  prompt(input: string, options: { signal?: AbortSignal }): Promise<string>;
  destroy(): void;
}

/** The model is there but was not loaded yet, and nobody has asked for that. */
export class NotLoadedError extends Error {
  constructor() {
    super('The model is not loaded.');
    this.name = 'NotLoadedError';
  }
}

/** The browser's model; null where it has none. */
export function findBuiltInModel(scope: object = globalThis): BuiltInModel | null {
  const found = (scope as { LanguageModel?: Partial<BuiltInModel> }).LanguageModel;
  const isWhole = typeof found?.availability === 'function' && typeof found.create === 'function';
  return isWhole ? (found as BuiltInModel) : null;
}

/** How it stands; `lang` is the language to answer in. Loads nothing. Never throws. */
export async function readBuiltInState(
  model: BuiltInModel | null,
  lang?: string,
): Promise<BuiltInState> {
  if (!model) return 'absent';
  try {
    const state = await model.availability(toOptions(lang));
    const known = ['downloadable', 'downloading', 'available'] as const;
    return known.find((one) => one === state) ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}

/**
 * Loads the model; call it from a person's click alone. `onProgress` is told how much is there, 0 to 1. Throws what
 * the browser throws.
 */
export async function loadBuiltInModel(
  model: BuiltInModel,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const session = await model.create({
    ...toOptions(),
    ...(signal ? { signal } : {}),
    monitor(monitor) {
      monitor.addEventListener('downloadprogress', (event) => {
        const { loaded = 0 } = event as Event & { loaded?: number };
        onProgress(Math.min(1, Math.max(0, loaded)));
      });
    },
  });
  session.destroy();
}

/** Asks once, with rules of its own. Throws `NotLoadedError` rather than load anything, else what the browser throws. */
export async function askBuiltInModel(
  model: BuiltInModel,
  prompt: { system: string; user: string },
  { lang, signal }: { lang?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<string> {
  // `create` would begin to load a model that is not there.
  if ((await readBuiltInState(model, lang)) !== 'available') throw new NotLoadedError();
  const ending = signal ? { signal } : {};
  const session = await model.create({
    ...toOptions(lang),
    ...ending,
    initialPrompts: [{ role: 'system', content: prompt.system }],
  });
  try {
    return await session.prompt(prompt.user, ending);
  } finally {
    session.destroy();
  }
}

function toOptions(lang?: string): BuiltInOptions {
  if (lang === undefined) return {};
  // It wants the bare language.
  return { expectedOutputs: [{ type: 'text', languages: [lang.split('-')[0] ?? lang] }] };
}
