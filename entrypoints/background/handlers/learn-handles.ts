import type { Sender } from '#utils/messages/receive.ts';
import type { Post } from '#utils/model/post.ts';
import type { Member } from '#utils/model/team.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { isOwnHandle } from '../site-guard.ts';

/** Handles in one teammate's roster entry, as the server takes them. */
const HANDLES_MAX = 50;

/**
 * What I just sent was sent from an account of mine: from now on its replies are known as mine. Only where the site
 * can know whose the handle is, since it hides what its owner writes.
 */
export function learnHandles(me: Member, sent: readonly Post[], sender: Sender): Mutation[] {
  const handles = [...me.handles];
  for (const { site, author } of sent) {
    const handle = author.handle.toLowerCase();
    const isKnown = handles.some(
      (entry) => entry.site === site && entry.handle.replace(/^@/, '').toLowerCase() === handle,
    );
    if (isKnown || handles.length >= HANDLES_MAX || !isOwnHandle(sender, site, handle)) continue;
    handles.push({ site, handle: author.handle });
  }
  if (handles.length === me.handles.length) return [];
  return [{ kind: 'member.update', args: { id: me.id, name: me.name, handles } }];
}
