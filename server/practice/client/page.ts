/** The practice page's own script: composers, sending, and fetching what teammates wrote. */

/** How often teammates' replies are fetched, ms. */
const POLL_MS = 3_000;
const ACCOUNT_KEY = 'practice.account';

interface Reply {
  id: string;
  parentId: string;
  author: string;
  text: string;
  at: number;
}

/** What a composer needs of its editor, whichever it is. */
interface Box {
  focus(): void;
  read(): string;
  clear(): void;
}

const head = need<HTMLElement>(document, '.head');
const accountField = need<HTMLInputElement>(document, '[name=account]');
const boxes = new WeakMap<HTMLFormElement, Box>();

function need<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

function setAccount(wanted: string): void {
  const account = /^[\w.-]{1,40}$/.test(wanted) ? wanted : (head.dataset.account ?? '');
  head.dataset.account = account;
  accountField.value = account;
  localStorage.setItem(ACCOUNT_KEY, account);
}

function plainBox(field: HTMLTextAreaElement): Box {
  return {
    focus: () => field.focus(),
    read: () => field.value,
    clear: () => {
      field.value = '';
    },
  };
}

function editableBox(box: HTMLElement): Box {
  return {
    focus: () => box.focus(),
    read: () => box.innerText,
    clear: () => box.replaceChildren(),
  };
}

async function richBox(place: HTMLElement): Promise<Box> {
  const label = place.dataset.label ?? '';
  try {
    const path = '/practice/rich-editor.js';
    const { mountRichEditor } = (await import(path)) as typeof import('./rich-editor.ts');
    return mountRichEditor(place, label);
  } catch {
    // The server could not build the editor (no bundler installed): a plain field does the same job.
    const field = document.createElement('textarea');
    field.rows = 4;
    field.ariaLabel = label;
    place.replaceWith(field);
    return plainBox(field);
  }
}

async function openBox(form: HTMLFormElement): Promise<void> {
  form.hidden = false;
  const known = boxes.get(form);
  if (known) return known.focus();
  const field = form.querySelector('textarea');
  const editable = form.querySelector<HTMLElement>('[contenteditable]');
  const rich = form.querySelector<HTMLElement>('.rich');
  const box =
    (field && plainBox(field)) ??
    (editable && editableBox(editable)) ??
    (rich && (await richBox(rich)));
  if (!box) return;
  boxes.set(form, box);
  box.focus();
}

function closeBox(form: HTMLFormElement): void {
  form.hidden = true;
  form.parentElement?.querySelector<HTMLElement>('[data-act=open]')?.focus();
}

async function send(form: HTMLFormElement): Promise<void> {
  const box = boxes.get(form);
  const text = box?.read().trim() ?? '';
  const error = need<HTMLElement>(form, '.error');
  error.textContent = text === '' ? 'Write something first.' : '';
  if (!box || text === '') return;
  const reply: Reply = {
    id: `r-${crypto.randomUUID()}`,
    parentId: form.dataset.parent ?? '',
    author: head.dataset.account ?? '',
    text,
    at: performance.timeOrigin + performance.now(),
  };
  showReply(reply);
  box.clear();
  closeBox(form);
  const { at: _, ...sent } = reply;
  const answer = await post('/practice/posts', sent);
  if (answer?.ok) return;
  error.textContent = 'Only you see this reply: the server did not take it. Post it again later.';
  form.hidden = false;
}

async function post(path: string, body: unknown): Promise<Response | null> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return fetch(path, init).catch(() => null);
}

/** Puts a reply under its post, as the server will on the next load. */
function showReply({ id, parentId, author, text, at }: Reply): void {
  const parent = document.getElementById(`p-${parentId}`);
  if (!parent || document.getElementById(`p-${id}`)) return;
  const template = need<HTMLTemplateElement>(document, '#reply');
  const article = need<HTMLElement>(
    template.content.cloneNode(true) as DocumentFragment,
    'article',
  );
  article.id = `p-${id}`;
  need<HTMLElement>(article, '.avatar').textContent = author.slice(0, 1);
  need<HTMLElement>(article, '[itemprop=name]').textContent = author;
  need<HTMLAnchorElement>(article, '[itemprop=url]').href = `/practice#p-${id}`;
  const time = need<HTMLTimeElement>(article, 'time');
  time.dateTime = new Date(at).toISOString();
  time.textContent = 'just now';
  const paragraphs = text.split(/\n+/).map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  need<HTMLElement>(article, '.text').replaceChildren(...paragraphs);
  // Replies to the first post stand above its other comments, those to a comment at its end.
  const replies = need<HTMLElement>(parent, ':scope > .replies');
  const firstSeed = [...replies.children].find((child) => !child.id.startsWith('p-r-'));
  replies.insertBefore(article, firstSeed ?? null);
}

async function poll(): Promise<void> {
  if (document.hidden) return;
  const response = await fetch('/practice/posts').catch(() => null);
  if (!response?.ok) return;
  const { round, replies } = (await response.json()) as { round: string; replies: Reply[] };
  if (round === document.body.dataset.round) return replies.forEach(showReply);
  // Somebody started over. A page on which somebody is writing waits.
  const isWriting = document.querySelector('.composer:not([hidden])') !== null;
  if (!isWriting) location.reload();
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-act]') : null;
  const article = button?.closest('article');
  const form = article?.querySelector<HTMLFormElement>(':scope > .composer');
  const act = button instanceof HTMLElement ? button.dataset.act : undefined;
  if (act === 'open' && form) void openBox(form);
  if (act === 'cancel' && form) closeBox(form);
  if (act === 'start-over') void post('/practice/start-over', {}).then(() => location.reload());
});
document.addEventListener('submit', (event) => {
  event.preventDefault();
  void send(event.target as HTMLFormElement);
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (!form) return;
  event.preventDefault();
  void send(form);
});
accountField.addEventListener('change', () => setAccount(accountField.value.trim()));

const wanted = new URL(location.href).searchParams.get('as');
setAccount(wanted ?? localStorage.getItem(ACCOUNT_KEY) ?? head.dataset.account ?? '');
setInterval(() => void poll(), POLL_MS);
