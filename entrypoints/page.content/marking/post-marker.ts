/** "This is a post": takes what a person has selected for a post, as a mention of one of the team's brands. */
import { markWords as words } from '#components/chip/mark-words.ts';
import type { Refusal } from '#components/ui/attempt.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { Brand, Match } from '#utils/model/brand.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Author, Post } from '#utils/model/post.ts';
import type { MountPoint } from '#utils/sites/adapter.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { parentOf } from '#utils/sites/dom/neighbors.ts';
import { findNearby } from '#utils/sites/selected/nearby.ts';
import { readSelected, toMountPoint } from '#utils/sites/selected/read-selected.ts';
import type { Selected } from '#utils/sites/selected/read-selected.ts';
import { toSelectedPost } from '#utils/sites/selected/selected-post.ts';
import type { PagePosts } from '../page-posts.ts';
import type { CreatePostMarker } from './delivery.ts';
import { createMarkForm } from './mark-form.ts';

/** Of a text, so much tells whether it still stands where it was. */
const BEGINNING = 40;
const QUOTE_MAX = 160;

export const createPostMarker: CreatePostMarker = (parts) => {
  const { mentions, notices } = parts;
  const form = createMarkForm(parts);
  const places = new WeakMap<Element, MountPoint | null>();

  const save = async (
    selected: Selected,
    post: Post,
    brand: Brand,
    element: Element,
  ): Promise<Refusal> => {
    const [match] = mentions.matchesOf(post).filter(({ brandId }) => brandId === brand.id);
    const mention = {
      threadId: toPostKey(post),
      post,
      match: match ? { ...match, sure: true } : toChosen(brand),
    };
    const isThere = () => holds(selected.element, selected.text);
    try {
      if (!(await mentions.mark(element, mention, isThere))) return words.refused;
      const isQuiet = parts.rules()?.mode !== 'full';
      const say = isQuiet ? words.savedQuietly : words.saved;
      notices.say(say(brand.name, post.author.name ?? post.author.handle));
      return null;
    } catch (error) {
      // Before anything is said: with the end of everything on this page, what stands there goes away.
      parts.onError(error);
      return error instanceof MessageError ? error.message : words.refused;
    } finally {
      parts.onMarked();
    }
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
      const take = async (author: Author, brandId: string): Promise<Refusal> => {
        const post = toRead(author);
        const brand = brands.find(({ id }) => id === brandId);
        if (!post || !brand) return words.noAuthor;
        if (!seen) places.set(target, toMountPoint(selected));
        return save(selected, post, brand, target);
      };

      const named = mentions.matchesOf({ text: selected.text });
      // With several and none named, the person says which: a guess would be saved by a mere Enter.
      const brandId = named[0]?.brandId ?? (brands.length === 1 ? first.id : '');
      const author = seen?.post.author ?? near.author;
      const isPlain = brands.length === 1 || named.length === 1;
      if (author && isPlain) {
        const refusal = await take(author, brandId);
        if (refusal !== null) notices.say(refusal);
        return;
      }
      form.ask({
        quote: cleanLine(selected.text).slice(0, QUOTE_MAX),
        author: author?.handle ?? '',
        brands,
        brandId,
        onSave(choice) {
          const isFound = author?.handle === choice.author;
          return take(isFound ? author : { handle: choice.author }, choice.brandId);
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
  for (let node: Element | null = element; node; node = parentOf(node)) {
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
