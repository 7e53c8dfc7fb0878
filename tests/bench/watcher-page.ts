/** Runs inside the page of the watcher benchmark; bundled by watcher.ts. */
import type { Post } from '#utils/model/post.ts';
import { createBrandMatcher } from '#utils/spotting/brand-matcher.ts';
import { watchPage, type WatchOptions } from '#utils/spotting/page-watcher.ts';

interface BenchWindow extends Window {
  bench: {
    start(kind: 'nothing' | 'floor' | 'adapter' | 'hearback'): void;
    seen(): number;
    fill(posts: number, batch: number): Promise<void>;
  };
}

const brand = { id: 'acme', name: 'Acme', names: ['Acme Kettle'], handles: ['acmecare'] };
const rest = { domains: ['acme.example'], excludedWords: ['cartoon'], contextWords: ['kettle'] };

// The least that an adapter of a real site has to do: four look-ups and a text.
const adapter: WatchOptions['adapter'] = {
  findPosts: (root) => [...root.querySelectorAll('article[data-id]')],
  readPost(element): Post | null {
    const id = element.getAttribute('data-id');
    const handle = element.querySelector('a.author')?.textContent;
    const text = element.querySelector('p.text')?.textContent;
    const link = element.querySelector<HTMLAnchorElement>('a.link')?.href ?? null;
    const time = Date.parse(element.querySelector('time')?.getAttribute('datetime') ?? '');
    if (!id || !handle || !text) return null;
    return { site: 'generic', id, author: { handle }, text, permalink: link, time, parentId: null };
  },
};

function aCell(id: number): Element {
  const template = document.querySelector('template');
  const cell = document.importNode(template?.content.firstElementChild as Element, true);
  cell.querySelector('article')?.setAttribute('data-id', `${id}`);
  const text = cell.querySelector('p.text');
  if (text && id % 50 === 0) text.append(' My Acme kettle broke.');
  return cell;
}

let seen = 0;
(window as unknown as BenchWindow).bench = {
  seen: () => seen,
  start(kind) {
    if (kind === 'floor') {
      let length = 0;
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            length += node.textContent?.length ?? 0;
            seen += 1;
          }
        }
      }).observe(document, { childList: true, subtree: true });
    }
    if (kind === 'adapter') {
      const url = new URL(location.href);
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (!(node instanceof Element)) continue;
            for (const element of adapter.findPosts(node)) {
              if (adapter.readPost(element, url)) seen += 1;
            }
          }
        }
      }).observe(document, { childList: true, subtree: true });
    }
    if (kind === 'hearback') {
      const matcher = createBrandMatcher([{ ...brand, ...rest }]);
      watchPage({
        doc: document,
        adapter,
        url: () => new URL(location.href),
        onPosts(batch) {
          for (const { post } of batch) matcher.match(post);
          seen += batch.length;
        },
        onGone() {},
      });
    }
  },
  async fill(posts, batch) {
    const feed = document.querySelector('main') as Element;
    for (let id = 0; id < posts; id += batch) {
      for (let at = id; at < id + batch; at += 1) feed.append(aCell(at));
      await new Promise((resolve) => setTimeout(resolve, 16));
    }
  },
};
