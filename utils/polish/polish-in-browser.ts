import { POLISH_DRAFTS_MAX } from '#utils/model/polish-limits.ts';
import type { AnswerFault, AnswerNote, PolishRefusal, PolishRequest } from '#utils/model/polish.ts';
import { checkAnswer } from './check-answer.ts';
import type { PolishGuide } from './guide-lines.ts';
import { toPrompt } from './to-prompt.ts';
import type { PolishPrompt } from './to-prompt.ts';

/** What came of polishing, whoever did it. */
export type PolishResult =
  | { outcome: 'polished'; text: string; notes: AnswerNote[] }
  | { outcome: 'refused'; reason: PolishRefusal; fault?: AnswerFault };

/**
 * Lets a model of this browser work on drafts, with the prompt and the checks of the team's server. Whatever the model
 * throws counts as away. `boundary` and `guide` as in `toPrompt`.
 */
export async function polishInBrowser(
  ask: (prompt: PolishPrompt) => Promise<string>,
  request: PolishRequest,
  boundary: string,
  guide: PolishGuide | null = null,
): Promise<PolishResult> {
  const length = request.drafts.reduce((sum, draft) => sum + draft.length, 0);
  if (length > POLISH_DRAFTS_MAX) return { outcome: 'refused', reason: 'tooLong' };
  const prompt = toPrompt(request, boundary, guide);
  let answer: string;
  try {
    answer = await ask(prompt);
  } catch {
    return { outcome: 'refused', reason: 'away' };
  }
  const checked = checkAnswer(answer, request, prompt, boundary);
  if (!checked.ok) return { outcome: 'refused', reason: 'unusable', fault: checked.fault };
  return { outcome: 'polished', text: checked.text, notes: checked.notes };
}
