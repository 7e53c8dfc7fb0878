/** What a page answers when the background asks. */
import { MessageError } from '#utils/messages/answer.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import type { PageHandlers } from '#utils/messages/receive-in-page.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { recognizeSite } from '#utils/sites/recognize.ts';
import { tryMends } from '#utils/sites/try-mends.ts';
import type { Composing } from './composing.ts';
import { findPost, framePost } from './find-post.ts';
import { loadAdapter } from './load-adapter.ts';
import type { MarkingDesk } from './marking-desk.ts';
import type { MentionBook } from './mentions.ts';
import type { MenuWatch } from './menu-watch.ts';
import type { NoticeBoard } from './notice.tsx';
import type { PagePosts } from './page-posts.ts';
import type { TeachingDesk } from './teaching-desk.ts';

interface Parts {
  doc: Document;
  adapter: SiteAdapter;
  url: () => URL;
  mentions: MentionBook;
  composing: Pick<Composing, 'insert'>;
  menu: Pick<MenuWatch, 'target'>;
  posts: Pick<PagePosts, 'of' | 'inOrder'>;
  notices: Pick<NoticeBoard, 'say'>;
  marking: Pick<MarkingDesk, 'mark'>;
  teaching: Pick<TeachingDesk, 'begin'>;
  takeRules(rules: PageRules): void;
}

/** The answers of one page, out of its parts. */
export function createPageAnswers(parts: Parts): PageHandlers {
  const { doc, adapter, url, mentions, composing, posts, notices, marking } = parts;
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
    async 'page.findPost'({ at }) {
      const element = findPost(parts, at);
      return (element && posts.of(element)) ?? null;
    },
    async 'page.framePost'({ key }) {
      const element = findPost(parts, key);
      return element ? framePost(doc, element) : null;
    },
    async 'page.markPost'() {
      await marking.mark();
      return null;
    },
    async 'page.teach'() {
      parts.teaching.begin();
      return null;
    },
    async 'page.say'({ text }) {
      notices.say(text);
      return null;
    },
    async 'page.trySelectors'({ site, now, wanted }) {
      const here = url();
      // Where the site's own adapter was blind, the one for all sites stands in for it.
      if (site !== adapter.id && recognizeSite(doc, here) !== site) throw notThisSite();
      const tried = site === adapter.id ? adapter : await loadAdapter(site);
      return tryMends(tried, { now, wanted }, doc, here);
    },
  };
}

function notThisSite(): MessageError {
  return new MessageError('other_site', 'This page is not of that site. Choose another one.');
}
