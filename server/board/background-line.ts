/**
 * Messages from pages of the board to the background, which runs in one of them: whichever has the lock. The others speak to
 * it over a channel of the origin, and one of them takes its place once it is closed.
 */
const LOCK = 'hearback-background';
const CHANNEL = 'hearback-line';
/** A page that is being closed answers no more; then another has the lock. */
const RETRY_MS = 4_000;
const TRIES = 5;

type Answerer = (message: unknown) => Promise<unknown>;
interface Asked {
  kind: 'ask';
  id: string;
  message: unknown;
}
interface Answered {
  kind: 'answer';
  id: string;
  value: unknown;
}

const channel = new BroadcastChannel(CHANNEL);
let answerHere: Answerer | null = null;
const open = new Map<string, (value: unknown) => void>();

channel.addEventListener('message', ({ data }: MessageEvent<Asked | Answered>) => {
  if (data.kind === 'answer') {
    open.get(data.id)?.(data.value);
    open.delete(data.id);
  } else if (answerHere) {
    void answerHere(data.message).then((value) =>
      channel.postMessage({ kind: 'answer', id: data.id, value } satisfies Answered),
    );
  }
});

/** The background answers by this; called where it runs. */
export function hearPages(answer: Answerer): void {
  answerHere = answer;
}

/** Asks the background, wherever it runs. */
export async function askBackground(message: unknown): Promise<unknown> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (answerHere) return answerHere(message);
    const id = crypto.randomUUID();
    const value = await new Promise<unknown>((resolve) => {
      const timer = setTimeout(() => resolve(LOST), RETRY_MS);
      open.set(id, (given) => {
        clearTimeout(timer);
        resolve(given);
      });
      channel.postMessage({ kind: 'ask', id, message } satisfies Asked);
    });
    if (value !== LOST) return value;
    open.delete(id);
  }
  throw new Error('Nobody answered.');
}

const LOST = Symbol('lost');

/** Runs the background here once no other page does. */
export function runOnce(start: () => void): void {
  void navigator.locks.request(LOCK, () => {
    start();
    // Held as long as the page lives.
    return new Promise<never>(() => undefined);
  });
}
