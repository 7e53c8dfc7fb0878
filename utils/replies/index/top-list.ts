/** What of very many has the highest scores, without sorting them: a heap with the lowest of the best on top. */
export class TopList<T extends { score: number; id: string }> {
  readonly #heap: T[] = [];
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** What scores less has no place any more. */
  get lowest(): number {
    if (this.#heap.length < this.#size) return -Infinity;
    return this.#heap[0]?.score ?? Infinity;
  }

  take(one: T): void {
    if (this.#heap.length < this.#size) {
      this.#heap.push(one);
      this.#rise(this.#heap.length - 1);
    } else if (this.#heap[0] && isBetter(one, this.#heap[0])) {
      this.#heap[0] = one;
      this.#sink();
    }
  }

  /** The best first. */
  toSorted(): T[] {
    return this.#heap.toSorted((a, b) => (isBetter(a, b) ? -1 : 1));
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.#swapIfBetter(above, at)) return;
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const [one, other] = [this.#heap[left], this.#heap[left + 1]];
      const worse = one && other && isBetter(one, other) ? left + 1 : left;
      if (!one || !this.#swapIfBetter(at, worse)) return;
      at = worse;
    }
  }

  /** The worse of two goes up. */
  #swapIfBetter(above: number, below: number): boolean {
    const [one, other] = [this.#heap[above], this.#heap[below]];
    if (!one || !other || !isBetter(one, other)) return false;
    this.#heap[above] = other;
    this.#heap[below] = one;
    return true;
  }
}

/** Equals in the order of their ids, so that the same library always gives the same. */
function isBetter<T extends { score: number; id: string }>(one: T, other: T): boolean {
  return one.score === other.score ? one.id < other.id : one.score > other.score;
}
