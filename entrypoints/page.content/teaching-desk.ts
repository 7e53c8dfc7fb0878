import { MessageError } from '#utils/messages/answer.ts';
import type { RequestOf } from '#utils/messages/map.ts';
import { send } from '#utils/messages/send.ts';
import { createSurface, measureTheme } from './surface.ts';
import { teachingDelivery } from './teaching/delivery.ts';

/** Lets a person point at the parts of a page; what that takes is brought by the background. */
export interface TeachingDesk {
  /** Begins, or begins again. Throws when nothing was brought. */
  begin(): void;
  stop(): void;
}

/** Starts with nobody pointing. */
export function createTeachingDesk(doc: Document): TeachingDesk {
  let stop = () => {};
  return {
    begin() {
      stop();
      const start = teachingDelivery.take();
      if (!start) throw new MessageError('not_there', 'Reload the page and begin again.');
      stop = start({
        doc,
        createSurface,
        measureTheme,
        offer: (selectors) => send('teach.offer', selectors as RequestOf<'teach.offer'>),
      });
    },
    stop: () => stop(),
  };
}
