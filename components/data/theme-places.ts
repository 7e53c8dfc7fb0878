/** Themes to webhooks: where they may go, and what is told there. */
import { useEffect, useState } from 'preact/hooks';
import type { ShownTheme } from '#components/themes/themes-props.ts';
import { themeWords, toTrendWords } from '#components/themes/theme-words.ts';
import { send } from '#utils/messages/send.ts';
import type { WebhookMessage } from '#utils/model/webhook.ts';

const QUOTE_MAX = 1_000;

/** Webhooks that are told of themes; asked once, by leads. */
export function useThemePlaces(isLead: boolean): { id: string; name: string }[] {
  const [places, setPlaces] = useState<{ id: string; name: string }[]>([]);
  useEffect(() => {
    if (!isLead) return;
    send('webhook.list', null).then(
      (webhooks) =>
        setPlaces(
          webhooks
            .filter(({ events }) => events.includes('theme'))
            .map(({ id, name }) => ({ id, name })),
        ),
      // With the server away nothing can be sent; the rest works.
      () => setPlaces([]),
    );
  }, [isLead]);
  return places;
}

/** A theme as a message; stories whose customer said no are not among those shown. */
export function toThemeMessage({ theme, examples, stories }: ShownTheme): WebhookMessage {
  const { label, count, trend, share } = theme;
  const counted = `${themeWords.posts(count)}, ${themeWords.share(share)}`;
  return {
    title: label.slice(0, 300),
    lines: [trend === null ? counted : `${counted}, ${toTrendWords(trend)}`],
    quotes: [
      ...examples.map(({ text, handle, place, permalink }) => ({
        text: text.slice(0, QUOTE_MAX),
        by: themeWords.onPlace(handle, place).slice(0, 300),
        url: permalink,
      })),
      ...stories.map(({ text, handle, permission }) => ({
        text: text.slice(0, QUOTE_MAX),
        by: `@${handle} (${themeWords.permissions[permission]})`.slice(0, 300),
        url: null,
      })),
    ].slice(0, 20),
  };
}
