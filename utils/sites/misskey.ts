/** Misskey and its forks with the same web interface (Sharkey), on any domain. */
import type { MountPoint, PageKind, SiteAdapter } from './adapter.ts';
import { cleanLine } from './dom/clean-text.ts';
import { atPath, parseJson } from './dom/json.ts';
import { firstVisible, isOnHiddenScreen } from './dom/visibility.ts';
import { findAnsweredId, findSend } from './misskey/composer.ts';
import { findNoteId, findOwn, toNote } from './misskey/note.ts';
import { readNote } from './misskey/post.ts';
import { selectors } from './misskey/selectors.ts';

/** The limit of a server that does not say otherwise (`DEFAULT_MAX_NOTE_TEXT_LENGTH`). */
const LIMIT = 3_000;

export const misskeyAdapter: SiteAdapter = {
  id: 'misskey',
  selectors: { page: selectors },
  pageKind: toPageKind,
  findPosts: findNotes,
  readPost: readNote,
  mountPoint: findMountPoint,
  findReplyBox(element, url) {
    const id = findNoteId(element, url);
    const boxes = element.ownerDocument.querySelectorAll<HTMLElement>(selectors.box);
    return id ? firstVisible([...boxes].filter((box) => findAnsweredId(box, url) === id)) : null;
  },
  findReplyTarget(editable, url) {
    const id = findAnsweredId(editable, url);
    const notes = id ? findNotes(editable.ownerDocument) : [];
    return notes.find((note) => findNoteId(note, url) === id) ?? null;
  },
  findSubmit: findSend,
  findAccount,
  characterRule: (doc) => ({ count: 'utf16', limit: readLimit(doc) }),
};

function findNotes(root: ParentNode): Element[] {
  const notes = [...root.querySelectorAll(selectors.post)].map((mark) => toNote(mark));
  return [...new Set(notes)].filter(
    (note): note is Element => note !== null && root.contains(note) && !isOnHiddenScreen(note),
  );
}

function toPageKind(url: URL): PageKind {
  const [first = ''] = url.pathname.split('/').filter(Boolean);
  if (first === 'notes') return 'thread';
  if (first.startsWith('@')) return 'profile';
  if (first === 'search' || first === 'tags') return 'search';
  const feeds = ['', 'timeline', 'channels', 'explore', 'my', 'clips', 'roles'];
  return feeds.includes(first) ? 'feed' : 'other';
}

/** Below the row of actions of a whole note, at the end of a small one. */
function findMountPoint(note: Element): MountPoint {
  const footer = findOwn(note, 'footer');
  return footer ? { anchor: footer, where: 'after' } : { anchor: note, where: 'after' };
}

/** The button of the account shows its handle, alone. */
function findAccount(doc: Document, url: URL): string | null {
  for (const label of doc.querySelectorAll(selectors.account)) {
    const acct = /^@([\w.-]+(?:@[\w.-]+)?)$/u.exec(cleanLine(label.textContent ?? ''))?.[1];
    if (acct) return acct.includes('@') ? acct : `${acct}@${url.host}`;
  }
  return null;
}

function readLimit(doc: Document): number {
  const state = parseJson(doc.querySelector(selectors.state)?.textContent);
  const limit = atPath(state, 'maxNoteTextLength');
  return typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? limit : LIMIT;
}

/*
 * Pages to try: https://misskey.io/explore · a note there with answers, one with a quote · https://transfem.social/ ·
 * signed in: a reply, a quote, a note
 */
