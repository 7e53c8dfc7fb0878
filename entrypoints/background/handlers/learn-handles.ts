import type { Sender } from '#utils/messages/receive.ts';
import { isHosted, toHandleAt, toRosterHandle } from '#utils/model/hosted-handle.ts';
import type { Post } from '#utils/model/post.ts';
import type { Member } from '#utils/model/team.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { isOwnHandle, toHost } from '../site-guard.ts';

/** Handles in one teammate's roster entry, as the server takes them, and characters in one. */
const HANDLES_MAX = 50;
const LENGTH_MAX = 200;
/** Handles on one host of software that runs anywhere: a page that makes accounts up must not fill the entry. */
const PER_HOST_MAX = 5;

/**
 * What I just sent was sent from an account of mine: from now on its replies are known as mine. Only where the site
 * can know whose the handle is, since it hides what its owner writes: a host that runs anywhere speaks of itself alone.
 */
export function learnHandles(me: Member, sent: readonly Post[], sender: Sender): Mutation[] {
  const host = toHost(sender.origin);
  if (host === null) return [];
  const handles = [...me.handles];
  const isFull = (site: Post['site']) =>
    handles.length >= HANDLES_MAX ||
    (isHosted(site) &&
      handles.filter((entry) => isHosted(entry.site) && toHandleAt(entry, host) !== null).length >=
        PER_HOST_MAX);
  for (const { site, author } of sent) {
    const shown = author.handle.toLowerCase();
    const isKnown = handles.some(
      (entry) => entry.site === site && toHandleAt(entry, host) === shown,
    );
    const handle = toRosterHandle(site, author.handle, host);
    if (isKnown || isFull(site) || handle.length > LENGTH_MAX) continue;
    if (isOwnHandle(sender, site, handle)) handles.push({ site, handle });
  }
  if (handles.length === me.handles.length) return [];
  return [{ kind: 'member.update', args: { id: me.id, name: me.name, handles } }];
}
