import { Fragment } from 'preact';

export interface HighlightedProps {
  text: string;
  /** Words to mark, exactly as they are written in the text. */
  words: string;
}

/** Text with each place of some words marked; always text, never markup. */
export function Highlighted({ text, words }: HighlightedProps) {
  if (words === '') return <>{text}</>;
  const parts = text.split(words);
  return (
    <>
      {parts.map((part, at) => (
        // Parts never move: their place is their identity.
        <Fragment key={at}>
          {at === 0 ? null : <mark>{words}</mark>}
          {part}
        </Fragment>
      ))}
    </>
  );
}
