import { useCallback, useEffect, useState } from 'preact/hooks';
import type { WebhooksSectionProps } from '#components/settings/WebhooksSection.tsx';
import { send } from '#utils/messages/send.ts';
import type { Webhook } from '#utils/model/webhook.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { attempt, toWords } from './use-team-state.ts';

/** The team's webhooks, asked of the server while they are shown. */
export function useWebhooks(isShown: boolean, now: number): WebhooksSectionProps {
  const [webhooks, setWebhooks] = useState<Webhook[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const look = useCallback(async () => {
    try {
      setWebhooks(await send('webhook.list', null));
      setTrouble(null);
    } catch (error) {
      setTrouble(toWords(error));
    }
  }, []);
  useEffect(() => {
    if (isShown) void look();
  }, [isShown, look]);
  const andLook = async (act: () => Promise<unknown>) => {
    const refused = await attempt(act);
    await look();
    return refused;
  };
  return {
    now,
    webhooks,
    trouble,
    async onSave(save) {
      try {
        return await send('webhook.save', save);
      } catch (error) {
        return { refused: toWords(error) };
      } finally {
        await look();
      }
    },
    onRemove: (id) => andLook(() => send('webhook.remove', { id })),
    onTest: (id) => andLook(() => send('webhook.test', { id })),
    onLook: () => void look(),
    onCopy: writeClipboard,
  };
}
