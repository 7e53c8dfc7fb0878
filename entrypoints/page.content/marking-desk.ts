import { MessageError } from '#utils/messages/answer.ts';
import { markingDelivery } from './marking/delivery.ts';
import type { MarkingOptions, PostMarker } from './marking/delivery.ts';
import { createSurface, measureTheme } from './surface.ts';

/** Marks posts that a person has selected; what that takes is brought by the background (`page.markPost`). */
export interface MarkingDesk extends Pick<PostMarker, 'mountPoint' | 'clear'> {
  /** Rejects when nothing was brought. */
  mark(): Promise<void>;
}

/** Starts with nothing marked. */
export function createMarkingDesk(
  options: Omit<MarkingOptions, 'createSurface' | 'measureTheme'>,
): MarkingDesk {
  let marker: PostMarker | null = null;
  return {
    async mark() {
      marker ??= markingDelivery.take()?.({ ...options, createSurface, measureTheme }) ?? null;
      if (!marker) throw new MessageError('not_there', 'Reload the page and try again.');
      await marker.mark();
    },
    mountPoint: (element) => marker?.mountPoint(element) ?? null,
    clear: () => marker?.clear(),
  };
}
