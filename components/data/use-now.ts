import { useEffect, useState } from 'preact/hooks';
import { now } from '#utils/platform/clock.ts';

/** Ages are true to the minute when drawn again this often, ms. */
const TICK_MS = 15_000;

/** The local clock, ms; the component draws again as it goes on. */
export function useNow(): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return time;
}
