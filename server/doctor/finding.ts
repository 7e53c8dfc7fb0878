/** What the doctor found, and what to do about it. */
export interface Finding {
  level: 'ok' | 'warn' | 'fail';
  what: string;
  todo?: string;
}

/** A finding that is fine when `isFine`, else of `level` with what to do. */
export function judge(
  isFine: boolean,
  what: string,
  otherwise: { level: 'warn' | 'fail'; todo: string },
): Finding {
  return isFine ? { level: 'ok', what } : { what, ...otherwise };
}
