import type { DraftAdvice } from '#utils/messages/payloads.ts';

/** What speaks against the draft in the open box, less what the person has put away on this page. */
export interface AdviceDesk {
  take(advice: readonly DraftAdvice[]): void;
  shown(): DraftAdvice[];
  /** Says no more of this. */
  dismiss(key: string): void;
}

/** Starts with nothing to say; `onChange`: what is shown has changed. */
export function createAdviceDesk(onChange: () => void): AdviceDesk {
  const dismissed = new Set<string>();
  let given: readonly DraftAdvice[] = [];
  return {
    take(advice) {
      given = advice;
      onChange();
    },
    shown: () => given.filter(({ key }) => !dismissed.has(key)),
    dismiss(key) {
      dismissed.add(key);
      onChange();
    },
  };
}
