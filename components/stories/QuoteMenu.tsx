import { Quote } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Menu } from '#components/ui/Menu.tsx';
import { mayLeave } from '#utils/model/may-leave.ts';
import type { Story } from '#utils/model/story.ts';
import type { QuoteKind, StoriesProps } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

const kinds: readonly QuoteKind[] = ['png', 'html', 'md'];

/** One story as a card or a piece of text, with whose words they are. */
export function QuoteMenu({ story, onQuote }: Pick<StoriesProps, 'onQuote'> & { story: Story }) {
  const [said, setSaid] = useState('');
  if (!mayLeave(story)) return <p class="hint">{words.notToTell}</p>;
  return (
    <div class="row">
      <Menu
        label={words.quote}
        face={
          <>
            <Quote size={14} strokeWidth={1.75} /> {words.quote}
          </>
        }
        items={kinds.map((id) => ({ id, label: words.quotes[id] }))}
        onPick={(kind) =>
          void onQuote(kind).then((isDone) =>
            setSaid(isDone ? words.quoted[kind] : words.notQuoted),
          )
        }
      />
      <span class="hint" role="status">
        {said}
      </span>
    </div>
  );
}
