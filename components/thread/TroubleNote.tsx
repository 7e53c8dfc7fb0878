import { TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { TroubleKind } from '#utils/model/trouble.ts';
import { troubleWords } from './trouble-words.ts';

export interface TroubleNoteProps {
  /** Null: there are no fuller words than `text`. */
  kind: TroubleKind | null;
  /** A sentence that needs a person; null when all is well. */
  text: string | null;
  /** Facts that wait for the server. */
  waiting: number;
  /** The next step. */
  children?: ComponentChildren;
}

/** Why this browser cannot go on by itself, what to do, and what becomes of what waits; panel and options show it. */
export function TroubleNote({ kind, text, waiting, children }: TroubleNoteProps) {
  const words = kind === null ? null : troubleWords[kind];
  const isShown = words !== null || text !== null;
  return (
    <div role="alert">
      {isShown ? (
        <div class="error-note trouble">
          <TriangleAlert size={16} strokeWidth={1.75} />
          <div class="grow" dir="auto">
            {words === null ? (
              text
            ) : (
              <>
                <p>
                  <strong>{words.title}</strong> {words.text}
                </p>
                {waiting > 0 && words.waiting !== null ? <p>{words.waiting(waiting)}</p> : null}
              </>
            )}
          </div>
          {children}
        </div>
      ) : null}
    </div>
  );
}
