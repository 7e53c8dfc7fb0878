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
