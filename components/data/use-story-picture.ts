import { useEffect, useState } from 'preact/hooks';
import { openDb } from '#utils/db/open.ts';
import { send } from '#utils/messages/send.ts';
import type { Story } from '#utils/model/story.ts';
import { useLiveQuery } from './use-live-query.ts';

/** An address to show a story's picture by, fetched from the team's server where need be; null until there is one. */
export function useStoryPicture(story: Story | null): string | null {
  const db = openDb();
  const id = story?.id ?? null;
  const hash = story?.picture?.hash ?? null;
  const [address, setAddress] = useState<string | null>(null);
  const kept = useLiveQuery(
    async () => (id === null ? undefined : await db.pictures.get(id)),
    [id, hash],
  );
  useEffect(() => {
    if (id === null || hash === null) return;
    void send('story.fetchPicture', { id }).catch(() => null);
  }, [id, hash]);
  const blob = kept.value?.hash === hash && kept.value?.storyId === id ? kept.value.blob : null;
  useEffect(() => {
    setAddress(null);
    if (!blob) return undefined;
    // Pages of ours show no `blob:` addresses.
    const reader = new FileReader();
    reader.addEventListener('load', () => setAddress(String(reader.result)));
    reader.readAsDataURL(blob);
    return () => reader.abort();
  }, [blob]);
  return address;
}
