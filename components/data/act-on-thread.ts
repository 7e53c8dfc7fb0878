import type { ThreadAct } from '#components/thread/thread-act.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { send } from '#utils/messages/send.ts';
import { openTab } from '#utils/platform/active-tab.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { toWords } from './use-team-state.ts';

/** Does what a person asked for on a thread; null when it is done, else why not, in words. */
export async function actOnThread(
  threadId: string,
  act: ThreadAct,
  tabId: number | null,
  view: ThreadView | null,
): Promise<string | null> {
  try {
    switch (act.kind) {
      case 'claim':
        return (await send('thread.claim', { threadId })).refused;
      case 'release':
        return (await send('thread.release', { threadId })).refused;
      case 'takeOver':
        return (await send('thread.takeOver', { threadId })).refused;
      case 'reopen':
        return (await send('thread.reopen', { threadId })).refused;
      case 'handOver':
        return (await send('thread.handOver', { threadId, to: act.to, note: act.note })).refused;
      case 'setAside':
        return (await send('thread.setAside', { threadId, reason: act.reason })).refused;
      case 'askLook':
        await send('look.ask', { threadId, text: act.text, note: act.note });
        return null;
      case 'answerLook':
        await send('look.answer', { threadId, verdict: act.verdict, text: act.text });
        return null;
      case 'endLook':
        await send('look.end', { threadId });
        return null;
      case 'settle':
        return (await send('thread.settle', { threadId, happiness: act.happiness })).refused;
      case 'addToLibrary':
        await send('library.addReply', { replyId: act.replyId });
        return null;
      case 'label':
        return (await send('triage.correct', { threadId, ...act.change })).refused;
      case 'confirm':
        return (await send('thread.confirm', { threadId, isUs: act.isUs })).refused;
      case 'saveStory': {
        const { note, tags } = act;
        const campaign = act.campaign === '' ? {} : { campaign: act.campaign };
        const shownIn = tabId === null ? {} : { tabId };
        return (await send('story.save', { threadId, note, tags, ...campaign, ...shownIn }))
          .refused;
      }
      case 'reveal':
        return await reveal(threadId, tabId, view);
      case 'copyLink': {
        const link = view?.thread.post.permalink;
        if (!link) return 'This post has no address of its own.';
        return (await writeClipboard(link)) ? null : 'Your browser did not allow copying.';
      }
    }
  } catch (error) {
    return toWords(error);
  }
}

/** Scrolls to the post where it is on the page, else opens its address. */
async function reveal(
  threadId: string,
  tabId: number | null,
  view: ThreadView | null,
): Promise<string | null> {
  const isShown =
    tabId !== null && (await send('page.reveal', { tabId, threadId }).catch(() => false));
  if (isShown) return null;
  const link = view?.thread.post.permalink;
  if (!link) return 'This post has no address of its own. Find it on its site.';
  await openTab(link);
  return null;
}
