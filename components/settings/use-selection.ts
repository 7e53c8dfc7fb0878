import { useState } from 'preact/hooks';

export interface Selection {
  has(id: string): boolean;
  /** Those that are chosen and listed, in the order of the list. */
  ids: string[];
  /** Chooses one or lets it go; with `isRange` all from the last one to this become what this one becomes. */
  toggle(id: string, isRange?: boolean): void;
  add(ids: readonly string[]): void;
  all(): void;
  none(): void;
}

/** Which of a list's rows are chosen. A row that is not listed any more is not chosen either. */
export function useSelection(listed: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const isChosen = (id: string) => chosen.has(id);
  return {
    has: isChosen,
    ids: chosen.size === 0 ? [] : listed.filter(isChosen),
    toggle(id, isRange = false) {
      const next = new Set(chosen);
      for (const one of isRange ? toRange(listed, last, id) : [id]) {
        if (chosen.has(id)) next.delete(one);
        else next.add(one);
      }
      setChosen(next);
      setLast(id);
    },
    add(ids) {
      setChosen(new Set([...chosen, ...ids]));
      setLast(ids.at(-1) ?? last);
    },
    all: () => setChosen(new Set(listed)),
    none: () => setChosen(new Set()),
  };
}

function toRange(listed: readonly string[], from: string | null, to: string): readonly string[] {
  const [start, end] = [from === null ? -1 : listed.indexOf(from), listed.indexOf(to)];
  if (start === -1 || end === -1) return [to];
  return listed.slice(Math.min(start, end), Math.max(start, end) + 1);
}
