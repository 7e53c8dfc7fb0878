import { lessonParts } from '#utils/sites/teach/lesson.ts';
import type { LessonPart, Pointed } from '#utils/sites/teach/lesson.ts';

/** What has been pointed at, and how far along that is. */
export interface Steps {
  pointed: Pointed;
  at: number;
}

export const firstStep: Steps = { pointed: {}, at: 0 };

/** A site can be read without these. */
const optional = new Set<LessonPart>(['link', 'time', 'box']);

/** What is to be pointed at now; null when all is done. */
export function partOf({ at }: Steps): LessonPart | null {
  return lessonParts[at] ?? null;
}

/** True for what a page may lack. */
export function canSkip(steps: Steps): boolean {
  const part = partOf(steps);
  return part !== null && optional.has(part);
}

/** Takes an element for the part that was asked for. */
export function choose(steps: Steps, element: Element): Steps {
  const part = partOf(steps);
  if (part === null) return steps;
  return { pointed: { ...steps.pointed, [part]: element }, at: steps.at + 1 };
}

/** Leaves an optional part out. */
export function skip(steps: Steps): Steps {
  return canSkip(steps) ? { ...steps, at: steps.at + 1 } : steps;
}

/** To the part before, which is forgotten. */
export function goBack({ pointed, at }: Steps): Steps {
  const before = lessonParts[at - 1];
  if (before === undefined) return { pointed, at };
  const { [before]: _, ...rest } = pointed;
  return { pointed: rest, at: at - 1 };
}
