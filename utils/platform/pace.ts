/** Long work in short slices: what people ask for in the meantime is answered between two of them. */

const SLICE_MS = 8;

/** Gives way to other work when its slice is over. */
export type GiveWay = () => Promise<void>;

/** A pace for one piece of work. `onSlice` is called with each new slice. */
export function createPace(onSlice: () => void = () => undefined): GiveWay {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    onSlice();
    begun = performance.now();
  };
}

/** A hidden page draws no frames: then it is waited no longer than this, ms. */
const FRAME_MAX_MS = 100;

/** Gives way until what was changed has been drawn. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_MAX_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // After the frame, not before it.
      setTimeout(resolve, 0);
    });
  });
}
