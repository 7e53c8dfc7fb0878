import type { Script, Step } from './steps.ts';

/** Cuts a failing script down to steps that are all needed for it to fail (ddmin). `fails` must be repeatable. */
export async function shrink(
  script: Script,
  fails: (script: Script) => Promise<boolean>,
): Promise<Script> {
  let steps: Step[] = script.steps;
  let parts = 2;
  while (steps.length > 1 && parts <= steps.length) {
    const size = Math.ceil(steps.length / parts);
    let isCut = false;
    for (let from = 0; from < steps.length; from += size) {
      const rest = [...steps.slice(0, from), ...steps.slice(from + size)];
      if (!(await fails({ ...script, steps: rest }))) continue;
      steps = rest;
      parts = Math.max(2, parts - 1);
      isCut = true;
      break;
    }
    if (!isCut) {
      if (parts === steps.length) break;
      parts = Math.min(steps.length, parts * 2);
    }
  }
  return { ...script, steps };
}
