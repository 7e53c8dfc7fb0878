/** "This is a post": takes what a person has selected for a post, as a mention of one of the team's brands. */
import { markWords as words } from '#components/chip/mark-words.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { Brand, Match } from '#utils/model/brand.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Author, Post } from '#utils/model/post.ts';
import type { MountPoint } from '#utils/sites/adapter.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { findNearby } from '#utils/sites/selected/nearby.ts';
import { readSelected, toMountPoint } from '#utils/sites/selected/read-selected.ts';
import type { Selected } from '#utils/sites/selected/read-selected.ts';
import { toSelectedPost } from '#utils/sites/selected/selected-post.ts';
import type { PagePosts } from '../page-posts.ts';
import type { CreatePostMarker } from './delivery.ts';
import { createMarkForm } from './mark-form.tsx';

/** Of a text, so much tells whether it still stands where it was. */
const BEGINNING = 40;
const QUOTE_MAX = 160;

export const createPostMarker: CreatePostMarker = (parts) => {
  const { mentions, notices } = parts;
  const form = createMarkForm(parts);
  const places = new WeakMap<Element, MountPoint | null>();

  const save = async (selected: Selected, post: Post, brand: Brand, element: Element) => {
    const [match] = mentions.matchesOf(post).filter(({ brandId }) => brandId === brand.id);
    const mention = {
      threadId: toPostKey(post),
      post,
      match: match ? { ...match, sure: true } : toChosen(brand),
    };
    const isThere = () => holds(selected.element, selected.text);
    try {
      const isStored = await mentions.mark(element, mention, isThere);
      const isQuiet = parts.rules()?.mode !== 'full';
      const say = isQuiet ? words.savedQuietly : words.saved;
      notices.say(
        isStored ? say(brand.name, post.author.name ?? post.author.handle) : words.refused,
      );
    } catch (error) {
      notices.say(error instanceof MessageError ? error.message : words.refused);
      parts.onError(error);
    }
    parts.onMarked();
  };

  return {
    async mark() {
      const selected = readSelected(parts.doc);
      const brands = parts.rules()?.brands ?? [];
      const seen = selected && findSeen(selected, parts.posts);
      const target = seen?.element ?? selected?.element;
      if (!selected || !target) return notices.say(words.nothing);
      if (seen?.post.promoted === true) return notices.say(words.promoted);
      if (mentions.threadOf(target) !== undefined) return notices.say(words.already);
      const [first] = brands;
      if (!first) return notices.say(words.noBrand);

      const page = parts.url();
      const near = findNearby(selected, page);
      const toRead = (author: Author) => seen?.post ?? toSelectedPost(selected, near, author, page);
      const take = async (author: Author, brandId: string) => {
        const post = toRead(author);
        const brand = brands.find(({ id }) => id === brandId);
        if (!post || !brand) return notices.say(words.noAuthor);
        if (!seen) places.set(target, toMountPoint(selected));
        return save(selected, post, brand, target);
      };

      const named = mentions.matchesOf({ text: selected.text });
      const brandId = named[0]?.brandId ?? first.id;
      const author = seen?.post.author ?? near.author;
      const isPlain = brands.length === 1 || named.length === 1;
      if (author && isPlain) return take(author, brandId);
      form.ask({
        quote: cleanLine(selected.text).slice(0, QUOTE_MAX),
        author: author?.handle ?? '',
        brands,
        brandId,
        onSave(choice) {
          const isFound = author?.handle === choice.author;
          void take(isFound ? author : { handle: choice.author }, choice.brandId);
        },
      });
    },
    mountPoint: (element) => places.get(element) ?? null,
    clear: form.clear,
  };
};

/** The post of the adapter in which the text stands: it knows more of it than a selection does. */
function findSeen(
  { element, text }: Selected,
  posts: Pick<PagePosts, 'of'>,
): { element: Element; post: Post } | null {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const post = posts.of(node);
    // A page may be read as one post with comments in it that are not read.
    if (post)
      return cleanLine(post.text).includes(toBeginning(text)) ? { element: node, post } : null;
  }
  return null;
}

function holds(element: Element, text: string): boolean {
  return element.isConnected && cleanLine(element.textContent ?? '').includes(toBeginning(text));
}

function toBeginning(text: string): string {
  const [line = ''] = text.split('\n');
  return cleanLine(line).slice(0, BEGINNING);
}

function toChosen({ id, name }: Brand): Match {
  return { brandId: id, matched: name, kind: 'name', sure: true, reason: words.reason };
}
