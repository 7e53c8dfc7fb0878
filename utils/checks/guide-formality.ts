import { toFormality, toFormName } from '#utils/voice/formality.ts';
import { toVoiceLanguage } from '#utils/voice/guess-language.ts';
import type { Check } from './draft-check.ts';

/** Silent where draft or post show no form of address, or both. */
export const checkGuideFormality: Check = (draft, { voice, post, languageOf }) => {
  if (!voice) return null;
  const { formality } = voice.guide;
  const language = toVoiceLanguage(draft, languageOf(draft));
  const spoken = toFormality(draft, language);
  if (spoken === null) return null;
  if (formality === 'mirror') {
    if (!post || toVoiceLanguage(post.text, languageOf(post.text)) !== language) return null;
    const theirs = toFormality(post.text, language);
    const [said, asked] = [toFormName(spoken, language), theirs && toFormName(theirs, language)];
    if (theirs === spoken || !said || !asked) return null;
    return {
      id: 'guide-formality',
      level: 'notice',
      message: `They write “${asked}”, the draft says “${said}”: answer as they do.`,
    };
  }
  if (formality === spoken) return null;
  const [said, wanted] = [toFormName(spoken, language), toFormName(formality, language)];
  return {
    id: 'guide-formality',
    level: 'notice',
    message:
      said && wanted
        ? `The draft says “${said}”, the team’s guide wants “${wanted}”.`
        : `The draft sounds ${spoken}, the team’s guide wants ${formality}.`,
  };
};
