/** What a webhook is sent, by its kind. Customers' words stay words. */
import type { WebhookKind, WebhookMessage } from '#utils/model/webhook.ts';
import { toLine, toSlack, toSlackUrl } from '#utils/text/escape.ts';

const LINE_MAX = 500;
/** Slack takes 3,000 characters a section. */
const SECTION_MAX = 2_900;

export interface Told {
  event: string;
  team: string;
  /** Server clock, ms. */
  at: number;
  message: WebhookMessage;
}

/** The body as JSON. */
export function toWebhookBody(kind: WebhookKind, { event, team, at, message }: Told): string {
  if (kind === 'json') {
    return JSON.stringify({
      type: event,
      timestamp: new Date(at).toISOString(),
      team,
      data: message,
    });
  }
  const { title, lines, quotes } = message;
  const sections = [
    [
      `*${toSlack(toLine(title, LINE_MAX))}*`,
      ...lines.map((line) => `• ${toSlack(toLine(line, LINE_MAX))}`),
    ],
    ...quotes.map(({ text, by, url }) => {
      const link = toSlackUrl(url);
      const who = toSlack(toLine(by, LINE_MAX));
      return [`> ${toSlack(toLine(text, LINE_MAX))}`, link ? `<${link}|${who}>` : who];
    }),
  ].map((some) => some.join('\n').slice(0, SECTION_MAX));
  return JSON.stringify({
    text: sections.join('\n\n'),
    blocks: sections.map((text) => ({
      type: 'section',
      text: { type: 'mrkdwn', text, verbatim: true },
    })),
  });
}
