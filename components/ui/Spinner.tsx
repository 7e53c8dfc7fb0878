import { uiWords } from './words.ts';

/** Says that something is being read. Seen only after 150 ms, so that quick reads never flicker. */
export function Spinner() {
  return (
    <output class="spinner">
      <span class="spinner-ring" />
      <span>{uiWords.loading}</span>
    </output>
  );
}
