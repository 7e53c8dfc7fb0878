import { useId, useState } from 'preact/hooks';
import { Field } from '#components/ui/Field.tsx';
import type { Brand } from '#utils/model/brand.ts';
import type { TriedMatch, TryMatch } from './options-props.ts';
import { brandWords as words } from './words.ts';

export interface TryBoxProps {
  brand: Brand;
  tryMatch: TryMatch;
}

/** A live sentence: shows what the brand, as it is being edited, would mark in it, and why. */
export function TryBox({ brand, tryMatch }: TryBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const text = typed ?? words.trySample(brand.name);
  const tried = tryMatch(text, brand);
  return (
    <div class="try-box stack">
      <Field label={words.tryLabel} value={text} maxLength={1_000} onValue={setTyped} />
      <div role="group" aria-labelledby={id}>
        <p class="hint" id={id}>
          {words.tryPreview}
        </p>
        <p class="try-text" dir="auto">
          {toParts(text, tried.matches).map((part) =>
            part.isSure === null ? (
              part.text
            ) : (
              <mark key={part.start} data-sure={part.isSure}>
                {part.text}
              </mark>
            ),
          )}
        </p>
        <p class="hint" aria-live="polite">
          {tried.reason}
        </p>
      </div>
    </div>
  );
}

function toParts(text: string, matches: TriedMatch[]) {
  const parts: { start: number; text: string; isSure: boolean | null }[] = [];
  let at = 0;
  for (const { start, end, sure } of matches.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push({ start: at, text: text.slice(at, start), isSure: null });
    parts.push({ start, text: text.slice(start, end), isSure: sure });
    at = end;
  }
  return [...parts, { start: at, text: text.slice(at), isSure: null }];
}
