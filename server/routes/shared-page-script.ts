/** Runs in the page of a shared collection, with its types taken away: asks for the stories and writes them as text. */

interface SharedStory {
  site: string;
  author: string;
  handle: string;
  title?: string;
  text: string;
  permalink: string | null;
  time: number | null;
  lang?: string;
  arc: { from: 'customer' | 'team'; text: string }[];
}

interface Answer {
  message?: string;
  name?: string;
  expiresAt?: number;
  total?: number;
  stories?: SharedStory[];
}

const about = document.querySelector('#about');
const list = document.querySelector('#stories');

function put<K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  parent.append(element);
  return element;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol);
}

function show(parent: Element, story: SharedStory): void {
  const article = put(parent, 'article');
  const quote = put(article, 'blockquote');
  quote.dir = 'auto';
  if (story.lang) quote.lang = story.lang;
  if (story.title) put(quote, 'strong', story.title);
  put(quote, 'p', story.text);
  for (const { from, text } of story.arc) put(article, 'p', text, from).dir = 'auto';
  const footer = put(article, 'footer');
  put(footer, 'bdi', story.author);
  put(footer, 'span', ` @${story.handle.replace(/^@/u, '')} · `);
  if (story.permalink !== null && isWebAddress(story.permalink)) {
    const link = put(footer, 'a', new URL(story.permalink).host);
    link.href = story.permalink;
    link.rel = 'noopener noreferrer nofollow';
  } else put(footer, 'span', story.site);
  if (story.time !== null) {
    const day = new Date(story.time);
    const time = put(footer, 'time', ` · ${day.toLocaleDateString()}`);
    time.dateTime = day.toISOString();
  }
}

async function load(): Promise<void> {
  if (!about || !list) return;
  try {
    const response = await fetch('/stories/read', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: location.hash.slice(1) }),
    });
    const answer = (await response.json()) as Answer;
    if (!response.ok || !answer.stories) {
      about.textContent = answer.message ?? 'This link has ended. Ask whoever gave it to you.';
      return;
    }
    const { name = '', stories, total = stories.length, expiresAt = 0 } = answer;
    document.title = name;
    const title = document.querySelector('h1');
    if (title) title.textContent = name;
    const left =
      total > stories.length ? ` The newest ${stories.length} of ${total} are shown.` : '';
    const none = stories.length === 0 ? 'No story of it may be shown at present. ' : '';
    about.textContent = `${none}This link ends on ${new Date(expiresAt).toLocaleDateString()}.${left}`;
    for (const story of stories) show(list, story);
  } catch {
    about.textContent = 'No answer. Check your connection and load this page again.';
  }
}

void load();
