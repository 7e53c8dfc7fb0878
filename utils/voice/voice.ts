import type { Guide } from '#utils/model/guide.ts';
import type { Post } from '#utils/model/post.ts';
import type { VariableValues } from '#utils/replies/variables.ts';

/** What of the team's reply guide decides how an answer reads. */
export type VoiceRules = Pick<Guide, 'formality' | 'emoji' | 'greeting' | 'signature'>;

/** How people speak to each other: German Sie or du, French vous or tu; in English the register. */
export type Formality = 'formal' | 'informal';

/** `note`: nothing was changed, but a person should look at it. */
export type ChangeKind =
  'variables' | 'greeting' | 'formality' | 'length' | 'emoji' | 'signature' | 'note';

/** What was made of an answer for this customer, with one line that says why. */
export interface VoiceChange {
  kind: ChangeKind;
  reason: string;
}

export interface VoiceContext {
  /** What the customer wrote. */
  post: Pick<Post, 'text' | 'lang'>;
  guide: VoiceRules;
  values: VariableValues;
  /** Names of those whose signature may stand under an answer of the library. */
  teammates?: readonly string[];
  /** A language by BCP 47, or null where unsure; without it, and where unsure, common words decide. */
  languageOf?: (text: string) => string | null;
}
