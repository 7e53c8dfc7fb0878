import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';

/** Half-filled forms of a page, by name, while something else is looked at. Null: nothing is kept. */
export const KeptForms = createContext<Map<string, unknown> | null>(null);

/**
 * What is typed into a form, as state that outlives the form; `initial` unless some is kept under this name. Null stands for
 * nothing typed.
 */
export function useKept<Typed extends object>(
  name: string,
  initial: Typed | null = null,
): [Typed | null, (typed: Typed | null) => void] {
  const forms = useContext(KeptForms);
  // One name is used by one form, so what is kept under it is of that form's type.
  const [typed, setTyped] = useState(() => (forms?.get(name) as Typed | undefined) ?? initial);
  return [
    typed,
    (next) => {
      if (next === null) forms?.delete(name);
      else forms?.set(name, next);
      setTyped(next);
    },
  ];
}
