import type { WebhookMessage } from '#utils/model/webhook.ts';
import type { Thread } from '#utils/model/thread.ts';

const titles = {
  late: 'A customer should have heard back',
  left: 'A claim was left half an hour ago',
};

/** What is told of a thread that waits; null where it waits no more. Made when it is sent, of what is on record then. */
export function toNotice(event: string, thread: Thread): WebhookMessage | null {
  const title = event === 'late' || event === 'left' ? titles[event] : null;
  if (title === null || thread.outcome !== 'open') return null;
  const { author, site, text, title: headline, permalink } = thread.post;
  const words = text === '' ? (headline ?? '') : text;
  return {
    title,
    lines: [],
    quotes: [
      {
        text: [...words].slice(0, 400).join(''),
        by: `${author.handle} (${site})`.slice(0, 300),
        url: permalink,
      },
    ],
  };
}
