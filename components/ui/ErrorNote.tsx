import { TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

export interface ErrorNoteProps {
  /** What is wrong and what to do next. Null shows nothing, but keeps the live region. */
  text: string | null;
  children?: ComponentChildren;
}

/** Says what went wrong beside the place where it did. */
export function ErrorNote({ text, children }: ErrorNoteProps) {
  return (
    <div role="alert">
      {text === null ? null : (
        <div class="error-note">
          <TriangleAlert size={16} strokeWidth={1.75} />
          <span class="grow" dir="auto">
            {text}
          </span>
          {children}
        </div>
      )}
    </div>
  );
}
