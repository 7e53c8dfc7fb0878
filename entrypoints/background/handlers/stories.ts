import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import { logError } from '#utils/platform/log.ts';
import type { Services } from '../services.ts';
import { StorageFullError } from '#utils/db/storage-faults.ts';
import { forbidden, isOwnPost, needOwnThread } from '../site-guard.ts';
import { sayAtTab } from '../toolbar-notice.ts';
import { tooMuchNews } from './too-much-news.ts';

type StoryHandlers = Pick<Handlers, 'story.save' | 'story.remove'>;

/** Saving and removing customer stories. */
export function createStoryHandlers(services: Services): StoryHandlers {
  return {
    async 'story.save'({ threadId, post, note, tags }, sender) {
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
      if (sender.kind === 'page') await saveStory(services, told, note, tags);
      else if (!known) {
        if (!services.takeNews(sender.origin)) throw tooMuchNews();
        await saveStory(services, told, note, tags);
      }
      const [view] = await services.views([threadId]);
      return { view: view ?? null, refused: null };
    },
    async 'story.remove'({ id }) {
      await services.record([{ kind: 'story.remove', args: { id } }]);
      return null;
    },
  };
}

async function saveStory(
  services: Services,
  post: Post,
  note: string,
  tags: string[],
): Promise<void> {
  const id = toPostKey(post);
  const known = (await services.db.stories.get(id))?.body;
  await services.record([
    {
      kind: 'story.save',
      args: { id, post, note, tags, permission: known?.permission ?? 'none' },
    },
  ]);
}

const NOT_SAVED = 'The story was not saved. Reload the page and try again.';

/** "Save as customer story" was chosen on a page: saves the post under the pointer and says so there. */
export async function saveStoryFromMenu(
  services: Services,
  { tabId, frameId, url }: { tabId: number; frameId: number; url: string },
): Promise<void> {
  try {
    const post = await sendToPage(tabId, 'page.postAtMenu', null, frameId);
    const kind = frameId === 0 ? 'content' : 'frame';
    const sender = { kind, tabId, frameId, origin: new URL(url).origin } as const;
    if (!post || !isOwnPost(sender, post)) {
      await sayAtTab(tabId, 'Hearback found no post there. Right-click on the text of a post.');
      return;
    }
    const known = (await services.db.stories.get(toPostKey(post)))?.body;
    if (!known) await saveStory(services, post, '', []);
    // A frame shows nothing of ours: the page around it says what became of it, or the toolbar.
    await sayAtTab(tabId, known ? 'This story is saved already.' : 'Saved as a customer story.');
  } catch (error) {
    logError('saving a story from the menu failed', error);
    await sayAtTab(tabId, error instanceof StorageFullError ? error.message : NOT_SAVED);
  }
}
