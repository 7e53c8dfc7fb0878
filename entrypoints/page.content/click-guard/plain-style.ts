/** Whether a button and all around it are painted as they are: not faded, filtered, masked, scaled or moving. */

/** A faded ancestor may leave this much: sites dim posts that have been read or voted down. */
const OPACITY_MIN = 0.5;
/** Heights of our buttons run from 20 to 32 px; the rest is a site's zoom. */
const HEIGHT_MIN = 14;
const HEIGHT_MAX = 80;
const WIDTH_MIN = 10;

const moving = new Set([
  'opacity',
  'visibility',
  'filter',
  'transform',
  'translate',
  'scale',
  'rotate',
  'zoom',
  'clipPath',
  'maskImage',
  'mixBlendMode',
  'offsetDistance',
  'offsetPath',
]);

/** The element in whose box a node is drawn; through slots and shadow roots. */
export function parentInPage(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** True when nothing on the way from the button to the page's root changes how it looks or where it is. */
export function isPlain(button: Element): boolean {
  const { width, height } = button.getBoundingClientRect();
  // Whatever makes it small or huge: transforms, zoom, motion paths.
  if (height < HEIGHT_MIN || height > HEIGHT_MAX || width < WIDTH_MIN) return false;
  let opacity = 1;
  for (let at: Element | null = button; at; at = parentInPage(at)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    const isTouched =
      style.visibility !== 'visible' ||
      style.filter !== 'none' ||
      style.mixBlendMode !== 'normal' ||
      isSet(style.maskImage) ||
      isSet(style.clipPath) ||
      isTurned(style);
    if (isTouched || opacity < OPACITY_MIN || isMoving(at)) return false;
  }
  return true;
}

/** Absent in test DOMs and old browsers, where it cannot be set either. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'none';
}

const MATRIX = /^matrix\(([^,]+), ([^,]+), ([^,]+), ([^,]+),/u;

/** Lists put their rows in place by shifting them, which is fine; turning, flipping and shrinking are not. */
function isTurned({ transform, rotate, perspective }: CSSStyleDeclaration): boolean {
  if (isSet(rotate) || isSet(perspective)) return true;
  if (!isSet(transform)) return false;
  const match = MATRIX.exec(transform);
  if (!match) return true;
  const [a, b, c, d] = match.slice(1).map(Number);
  return b !== 0 || c !== 0 || a === undefined || d === undefined || a < 0.8 || d < 0.8;
}

function isMoving(element: Element): boolean {
  // Our own chip pulses and waits; only what stands around it can be the page's doing.
  if (element.getRootNode() instanceof ShadowRoot && element.closest('.chip')) return false;
  return element.getAnimations().some(({ playState, effect }) => {
    if (playState !== 'running' || !(effect instanceof KeyframeEffect)) return false;
    return effect
      .getKeyframes()
      .some((frame) => Object.keys(frame).some((name) => moving.has(name)));
  });
}
