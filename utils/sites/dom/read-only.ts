/**
 * What an adapter answers whose site takes no reply where its posts are read: people answer in another place, by the
 * clipboard.
 */
import type { SiteAdapter } from '#utils/sites/adapter.ts';

type Answered = 'findReplyBox' | 'findReplyTarget' | 'findSubmit' | 'findAccount' | 'characterRule';

export const readOnly: Pick<SiteAdapter, Answered> = {
  findReplyBox: () => null,
  findReplyTarget: () => null,
  findSubmit: () => null,
  findAccount: () => null,
  characterRule: () => ({ count: 'graphemes', limit: null }),
};
