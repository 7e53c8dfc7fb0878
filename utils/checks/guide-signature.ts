import { isSigned, toSignature } from '#utils/voice/signature.ts';
import type { Check } from './draft-check.ts';

// Who is still writing signs later: it is missed only behind a finished sentence.
const FINISHED = /[.!?…。！？)\p{Extended_Pictographic}\uFE0F]$|https?:\/\/\S+$/u;
const LENGTH_MIN = 40;

export const checkGuideSignature: Check = (draft, { voice }) => {
  const signature = voice ? toSignature(voice.guide.signature, voice.me) : null;
  const text = draft.trimEnd();
  if (signature === null || isSigned(text, signature)) return null;
  if (text.length < LENGTH_MIN || !FINISHED.test(text.slice(-200))) return null;
  return {
    id: 'guide-signature',
    level: 'notice',
    message: `Not signed yet: the team signs ${signature}`,
  };
};
