import type { ComponentChildren } from 'preact';

export interface WebLinkProps {
  href: string | null;
  children: ComponentChildren;
  title?: string | undefined;
}

/** A link to a page of the web in a new tab; any other address (`javascript:`, `data:`) stays plain text. */
export function WebLink({ href, children, title }: WebLinkProps) {
  if (href === null || !isWebAddress(href)) return <span title={title}>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={title}>
      {children}
    </a>
  );
}

function isWebAddress(href: string): boolean {
  return /^https?:\/\//i.test(href);
}
