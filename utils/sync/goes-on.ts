import type { Cursor } from './wire.ts';
import type { ServerFrame } from './wire-live.ts';

export type ChangesFrame = Extract<ServerFrame, { type: 'changes' }>;

/** Whether rows go on from a cursor. Servers from before mark and epoch were told name the number alone. */
export function goesOn({ from, mark, epoch }: ChangesFrame, cursor: Cursor): boolean {
  const isOfHistory = (mark ?? cursor.mark) === cursor.mark;
  return from === cursor.seq && isOfHistory && (epoch ?? cursor.epoch) === cursor.epoch;
}
