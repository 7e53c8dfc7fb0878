/** A part of a picture, in parts of its width and height (0…1). */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture that is small enough to keep. */
export interface Cropped {
  blob: Blob;
  width: number;
  height: number;
}

/** Wider pictures are made smaller, pixels: sharp on a page, and a tenth of the bytes of some screens. */
const WIDTH_MAX = 1_280;
/** Each try is so much smaller than the one before. */
const STEP = 0.75;
const QUALITY = 0.85;
const TRIES = 8;

/** Cuts a part out of a picture, as WebP of at most `maxBytes`; null where it cannot be made that small or has no pixels. */
export async function cropPicture(
  image: Blob,
  part: Part,
  maxBytes: number,
): Promise<Cropped | null> {
  const bitmap = await createImageBitmap(image);
  try {
    const x = Math.max(0, Math.round(part.x * bitmap.width));
    const y = Math.max(0, Math.round(part.y * bitmap.height));
    const wide = Math.min(bitmap.width - x, Math.round(part.width * bitmap.width));
    const high = Math.min(bitmap.height - y, Math.round(part.height * bitmap.height));
    if (wide < 1 || high < 1) return null;
    let scale = Math.min(1, WIDTH_MAX / wide);
    for (let tried = 0; tried < TRIES; tried++) {
      const width = Math.max(1, Math.round(wide * scale));
      const height = Math.max(1, Math.round(high * scale));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) return null;
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, x, y, wide, high, 0, 0, width, height);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
      if (blob.size <= maxBytes) return { blob, width, height };
      scale *= STEP;
    }
    return null;
  } finally {
    bitmap.close();
  }
}
