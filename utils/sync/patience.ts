/** How long an answer is waited for. On a slow line it may take long, as long as it keeps coming. */
export interface Patience {
  /** Longest silence, ms: until the answer begins, and between any two pieces of it. */
  silenceMs: number;
  /** Longest time until its end, ms. */
  totalMs: number;
}

export interface Waiting {
  /** Ends the request. */
  signal: AbortSignal;
  /** True when patience has run out, whatever else ended the request. */
  isOver(): boolean;
  /** Reads all of an answer. Throws when patience has run out, or the line broke. */
  read(response: Response): Promise<string>;
  /** True once some of the answer's body was read. */
  hasHeard(): boolean;
  /** Call when all is done. */
  end(): void;
}

/** Starts to wait for one answer; `signal` ends it before its time. */
export function startWaiting({ silenceMs, totalMs }: Patience, signal?: AbortSignal): Waiting {
  const lost = new AbortController();
  const either = signal ? AbortSignal.any([signal, lost.signal]) : lost.signal;
  const giveUp = () => lost.abort(new DOMException('No answer in time.', 'TimeoutError'));
  const total = setTimeout(giveUp, totalMs);
  let silence = setTimeout(giveUp, silenceMs);
  let hasHeard = false;

  const noteSound = () => {
    clearTimeout(silence);
    silence = setTimeout(giveUp, silenceMs);
  };

  return {
    signal: either,
    isOver: () => lost.signal.aborted,
    hasHeard: () => hasHeard,
    async read(response) {
      noteSound();
      const reader = response.body?.getReader();
      if (!reader) return '';
      // A request that was broken off fails its body by itself; an answer from elsewhere would wait for ever.
      either.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
      const decoder = new TextDecoder();
      let text = '';
      for (;;) {
        const { done, value } = await reader.read();
        either.throwIfAborted();
        if (done) return text + decoder.decode();
        hasHeard = true;
        noteSound();
        text += decoder.decode(value, { stream: true });
      }
    },
    end() {
      clearTimeout(total);
      clearTimeout(silence);
    },
  };
}
