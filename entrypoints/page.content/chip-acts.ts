import type { ChipAct } from '#components/chip/chip-act.ts';
import type { ActResult } from '#utils/messages/payloads.ts';
import { send } from '#utils/messages/send.ts';
import { noticeWords } from './box-words.ts';
import { copyText } from './copy-text.ts';
import type { MentionBook } from './mentions.ts';
import type { NoticeBoard } from './notice.tsx';

/** Carries out what was chosen on a chip. Resolves to a refusal in words, or null; throws what `send` throws. */
export function createChipActs(
  mentions: Pick<MentionBook, 'takeViews' | 'viewOf'>,
  notices: Pick<NoticeBoard, 'say'>,
): (threadId: string, act: ChipAct) => Promise<string | null> {
  const take = ({ view, refused }: ActResult): string | null => {
    if (view) mentions.takeViews([view]);
    return refused;
  };

  return async (threadId, act) => {
    switch (act.kind) {
      case 'claim':
        return take(await send('thread.claim', { threadId }));
      case 'release':
        return take(await send('thread.release', { threadId }));
      case 'takeOver':
        return take(await send('thread.takeOver', { threadId }));
      case 'reopen':
        return take(await send('thread.reopen', { threadId }));
      case 'setAside':
        return take(await send('thread.setAside', { threadId, reason: act.reason }));
      case 'confirm':
        return take(await send('thread.confirm', { threadId, isUs: act.isUs }));
      case 'saveStory':
        return take(await send('story.save', { threadId, note: '', tags: [] }));
      case 'open':
        await send('panel.open', { threadId });
        return null;
      case 'copyLink': {
        const link = mentions.viewOf(threadId)?.thread.post.permalink;
        if (!link) return 'This post has no address of its own.';
        if (!(await copyText(link))) return 'The browser did not allow copying here.';
        notices.say(noticeWords.linkCopied);
        return null;
      }
    }
  };
}
