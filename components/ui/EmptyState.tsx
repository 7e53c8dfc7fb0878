import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  title: string;
  /** What could be here and how it comes here. */
  text?: string;
  /** The next step. */
  children?: ComponentChildren;
}

/** What stands where a list would be: teaches rather than excuses itself. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {text === undefined ? null : <p class="hint">{text}</p>}
      {children}
    </div>
  );
}
