import { useEffect, useState } from 'preact/hooks';
import { openDb } from '#utils/db/open.ts';
import { send } from '#utils/messages/send.ts';
import type { Story } from '#utils/model/story.ts';
import { useLiveQuery } from './use-live-query.ts';

/** When a picture that is not to be had is asked for again, ms; as long as its story is shown. */
const AGAIN_MS = [1_000, 2_000, 5_000, 15_000, 60_000, 300_000];

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
  const blob = kept.value?.hash === hash && kept.value?.storyId === id ? kept.value.blob : null;
  const isKnown = kept.value !== null;
  useEffect(() => {
    if (id === null || hash === null || blob || !isKnown) return undefined;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    // The story is told before its picture has reached the server, and the server may be away.
    const ask = async () => {
      const isHere = await send('story.fetchPicture', { id }).catch(() => false);
      const wait = AGAIN_MS[tries++];
      if (!isHere && !isOver && wait !== undefined) timer = setTimeout(() => void ask(), wait);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id, hash, blob, isKnown]);
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
