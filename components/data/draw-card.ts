import type { CardLayout, CardLine } from '#utils/stories/quote-card.ts';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const fonts: Record<CardLine['kind'], string> = {
  mark: `700 120px Georgia, serif`,
  quote: `500 36px ${FONT}`,
  who: `600 26px ${FONT}`,
  place: `400 24px ${FONT}`,
};
const colors: Record<CardLine['kind'], string> = {
  mark: '#0f766e',
  quote: '#1b2329',
  who: '#1b2329',
  place: '#54606a',
};

/** Draws what a layout says, as PNG. `layOut` is given how wide texts are in the fonts that are drawn with. */
export async function drawCard(
  layOut: (measure: (text: string, kind: CardLine['kind']) => number) => CardLayout,
): Promise<Blob> {
  const canvas = new OffscreenCanvas(1, 1);
  const context = needContext(canvas);
  const { width, height, lines } = layOut((text, kind) => {
    context.font = fonts[kind];
    return context.measureText(text).width;
  });
  // This empties it, and forgets the font.
  canvas.width = width;
  canvas.height = height;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#0f766e';
  context.fillRect(0, 0, 12, height);
  for (const { text, x, y, kind } of lines) {
    context.font = fonts[kind];
    context.fillStyle = colors[kind];
    context.fillText(text, x, y);
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

function needContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw a picture here.');
  return context;
}
