import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { Story } from '#utils/model/story.ts';
import { logError } from '#utils/platform/log.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import type { Services } from '../services.ts';
import { StorageFullError } from '#utils/db/storage-faults.ts';
import { forbidden, isOwnPost, needOwnThread } from '../site-guard.ts';
import { loadArc } from '../story-arcs.ts';
import { fetchPicture, takePicture } from '../story-pictures.ts';
import { sayAtTab } from '../toolbar-notice.ts';
import { tooMuchNews } from './too-much-news.ts';

type StoryHandlers = Pick<
  Handlers,
  | 'story.save'
  | 'story.edit'
  | 'story.import'
  | 'story.consent'
  | 'story.remove'
  | 'story.fetchPicture'
  | 'collection.save'
  | 'collection.remove'
>;

/** What a person wrote of a story. */
interface Words {
  note: string;
  tags: string[];
  campaign?: string | undefined;
}

const noWords: Words = { note: '', tags: [] };

/** Saving, changing and removing customer stories. */
export function createStoryHandlers(services: Services): StoryHandlers {
  return {
    async 'story.save'({ threadId, post, tabId, ...words }, sender) {
      needOwnThread(sender, threadId);
      if (post && !isOwnPost(sender, post)) throw forbidden();
      const told = post ?? (await services.db.threads.get(threadId))?.body.post;
      if (!told) {
        throw new MessageError(
          'not_found',
          'This post is not on record. Open its page and try again.',
        );
      }
      const known = await services.db.stories.get(toPostKey(told));
      // One click in a page saves; what somebody has written about a story is changed in the panel only.
      if (sender.kind === 'page') await saveStory(services, told, words);
      else if (!known) {
        if (!services.takeNews(sender.origin)) throw tooMuchNews();
        await saveStory(services, told, noWords);
      }
      const shownIn = sender.kind === 'page' ? (tabId ?? null) : sender.tabId;
      if (shownIn !== null && !known?.body.picture) {
        // The story is saved already; its picture comes when it comes.
        void takePicture(services, shownIn, toPostKey(told));
      }
      const [view] = await services.views([threadId]);
      return { view: view ?? null, refused: null };
    },
    async 'story.edit'({ ids, ...edit }) {
      await services.record(ids.map((id) => ({ kind: 'story.edit', args: { id, ...edit } })));
      return null;
    },
    async 'story.import'({ stories }) {
      const ids = stories.map(({ save }) => save.id);
      const known = new Set(await services.db.stories.where('id').anyOf(ids).primaryKeys());
      await services.record(
        stories.flatMap(({ save, steps }): Mutation[] => [
          { kind: 'story.save', args: save },
          ...(known.has(save.id)
            ? []
            : steps.map((step): Mutation => ({
                kind: 'story.consent',
                args: { id: save.id, ...step },
              }))),
        ]),
      );
      return null;
    },
    async 'story.consent'(args) {
      await services.record([{ kind: 'story.consent', args }]);
      return null;
    },
    async 'story.remove'({ ids }) {
      await services.record(ids.map((id) => ({ kind: 'story.remove', args: { id } })));
      await services.db.pictures.bulkDelete(ids);
      return null;
    },
    async 'story.fetchPicture'({ id }) {
      return fetchPicture(services, id);
    },
    async 'collection.save'(args) {
      await services.record([{ kind: 'collection.save', args }]);
      return null;
    },
    async 'collection.remove'({ id }) {
      await services.record([{ kind: 'collection.remove', args: { id } }]);
      return null;
    },
  };
}

async function saveStory(services: Services, post: Post, words: Words): Promise<void> {
  const id = toPostKey(post);
  const { note, tags, campaign } = words;
  const arc = await loadArc(services.db, id);
  await services.record([
    {
      kind: 'story.save',
      args: {
        id,
        post,
        note,
        tags,
        permission: 'none',
        ...(campaign ? { campaign } : {}),
        ...(arc.length > 0 ? { arc } : {}),
      },
    },
  ]);
}

const NOT_SAVED = 'The story was not saved. Reload the page and try again.';
const noPost = {
  menu: 'Hearback found no post there. Right-click on the text of a post.',
  here: 'Hearback found no post here. Point at one, or select some of its text, and try again.',
};

/** A person saves a post of a page by the browser's menu (`menu`) or by a shortcut (`here`). */
export interface SavingPlace {
  at: 'menu' | 'here';
  tabId: number;
  frameId: number;
  url: string;
}

/** Saves the post that a person means, with a picture where they want one, and says so on the page. */
export async function saveStoryAt(services: Services, place: SavingPlace): Promise<void> {
  const { at, tabId, frameId, url } = place;
  try {
    const post = await sendToPage(tabId, 'page.findPost', { at }, frameId);
    const kind = frameId === 0 ? 'content' : 'frame';
    const sender = { kind, tabId, frameId, origin: new URL(url).origin } as const;
    if (!post || !isOwnPost(sender, post)) {
      await sayAtTab(tabId, noPost[at]);
      return;
    }
    const id = toPostKey(post);
    const known = (await services.db.stories.get(id))?.body;
    if (!known) await saveStory(services, post, noWords);
    const hasPicture =
      frameId === 0 && !known?.picture && (await takePicture(services, tabId, id)) === 'kept';
    // A frame shows nothing of ours: the page around it says what became of it, or the toolbar.
    await sayAtTab(tabId, await toSaid(services, known, hasPicture));
  } catch (error) {
    logError('saving a story failed', error);
    await sayAtTab(tabId, error instanceof StorageFullError ? error.message : NOT_SAVED);
  }
}

async function toSaid(
  { db }: Services,
  known: Story | undefined,
  hasPicture: boolean,
): Promise<string> {
  if (!known) {
    return hasPicture ? 'Saved as a customer story, with a picture.' : 'Saved as a customer story.';
  }
  const name = (await db.members.get(known.savedBy))?.body.name;
  const saved = `This story is saved already${name ? ` by ${name}` : ''}.`;
  return hasPicture ? `${saved} It has a picture now.` : saved;
}
