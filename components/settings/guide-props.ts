import type { Attempt } from '#components/ui/attempt.ts';
import type { Guide, GuideChange } from '#utils/model/guide.ts';

/** How an answer reads to who wrote `post`, and why. Pure and quick. */
export type ReadAs = (
  answer: string,
  post: string,
  guide: GuideChange,
) => { text: string; changes: string[] };

export interface VoiceSectionProps {
  now: number;
  /** Null while loading. */
  guide: Guide | null;
  /** Member id → name. */
  names: Readonly<Record<string, string>>;
  /** Names of those who may change it. */
  leads: string[];
  canChange: boolean;
  readAs: ReadAs;
  onSave: Attempt<[guide: GuideChange]>;
}
