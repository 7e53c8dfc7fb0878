import type { PageRules } from '#utils/messages/payloads.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';

export interface OwnAccountOptions {
  adapter: Pick<SiteAdapter, 'findAccount'>;
  doc: Document;
  url(): URL;
  /** Null: not told yet. */
  rules(): Pick<PageRules, 'myHandles'> | null;
}

/** By whose account the page is used. */
export interface OwnAccount {
  /** The page's account, else my one handle on this site. */
  account(): string | null;
  isOwnHandle(handle: string): boolean;
}

export function createOwnAccount({ adapter, doc, url, rules }: OwnAccountOptions): OwnAccount {
  const account = () => {
    const [only, ...others] = rules()?.myHandles ?? [];
    return adapter.findAccount(doc, url()) ?? (others.length === 0 ? (only ?? null) : null);
  };
  return {
    account,
    isOwnHandle(handle) {
      const plain = handle.replace(/^@/, '').toLowerCase();
      return rules()?.myHandles.includes(plain) === true || account()?.toLowerCase() === plain;
    },
  };
}
