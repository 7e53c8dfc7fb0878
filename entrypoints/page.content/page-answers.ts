/** What a page answers when the background asks. */
import type { PageRules } from '#utils/messages/payloads.ts';
import type { PageHandlers } from '#utils/messages/receive-in-page.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { tryMends } from '#utils/sites/try-mends.ts';
import type { Composing } from './composing.ts';
import type { MentionBook } from './mentions.ts';
import type { MenuWatch } from './menu-watch.ts';
import type { NoticeBoard } from './notice.tsx';
import type { PagePosts } from './page-posts.ts';

interface Parts {
  doc: Document;
  adapter: SiteAdapter;
  url: () => URL;
  mentions: MentionBook;
  composing: Pick<Composing, 'insert'>;
  menu: Pick<MenuWatch, 'target'>;
  posts: Pick<PagePosts, 'of'>;
  notices: Pick<NoticeBoard, 'say'>;
  takeRules(rules: PageRules): void;
}

/** The answers of one page, out of its parts. */
export function createPageAnswers(parts: Parts): PageHandlers {
  const { doc, adapter, url, mentions, composing, menu, posts, notices } = parts;
  return {
    async 'rules.changed'(fresh) {
      parts.takeRules(fresh);
      return null;
    },
    async 'thread.changed'({ views, gone }) {
      mentions.dropViews(gone);
      mentions.takeViews(views);
      return null;
    },
    async 'page.insert'({ threadId, text }) {
      return composing.insert(threadId, text);
    },
    async 'page.reveal'({ threadId }) {
      const element = mentions.elementOf(threadId);
      element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      return element !== undefined;
    },
    async 'page.characterRule'() {
      return adapter.characterRule(doc);
    },
    async 'page.postAtMenu'() {
      for (let node = menu.target(); node; node = node.parentElement) {
        const post = posts.of(node);
        if (post) return post;
      }
      return null;
    },
    async 'page.say'({ text }) {
      notices.say(text);
      return null;
    },
    async 'page.trySelectors'({ now, wanted }) {
      return tryMends(adapter, { now, wanted }, doc, url());
    },
  };
}
