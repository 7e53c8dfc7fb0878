import { toAge, toDateTime, toTimestamp } from './age.ts';

export interface AgoProps {
  /** ms since 1970. */
  at: number;
  now: number;
}

/** How long ago, with the timestamp on hover. */
export function Ago({ at, now }: AgoProps) {
  return (
    <time dateTime={toDateTime(at)} title={toTimestamp(at)}>
      {toAge(now - at)}
    </time>
  );
}
