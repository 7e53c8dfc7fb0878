import { Eye } from 'lucide-preact';
import { toLookNews } from '#components/thread/look-status.ts';
import { lookWords as words } from '#components/thread/look-words.ts';
import { NamedLine } from '#components/thread/NamedLine.tsx';
import { Button } from '#components/ui/Button.tsx';
import type { PanelProps } from './panel-props.ts';

/** More would push the mentions out of sight. */
const SHOWN_MAX = 3;

export interface LookListProps extends Pick<PanelProps, 'looks' | 'chosen'> {
  onChoose: (threadId: string) => void;
}

/** Teammates who ask for a second look, and what became of one's own; the thread that is open anyway is left out. */
export function LookList({ looks, chosen, onChoose }: LookListProps) {
  const news = looks.flatMap((view) => {
    const line = view.thread.id === chosen?.thread.id ? null : toLookNews(view);
    return line === null
      ? []
      : [{ line, id: view.thread.id, handle: view.thread.post.author.handle }];
  });
  return (
    <section class="look-list" aria-label={words.list} aria-live="polite">
      {news.length === 0 ? null : (
        <ul>
          {news.slice(0, SHOWN_MAX).map(({ line, id, handle }) => (
            <li class="row" key={id}>
              <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
              <span class="grow look-line">
                <NamedLine {...line} />
                <bdi class="hint">{handle}</bdi>
              </span>
              <Button
                tone="quiet"
                label={`${words.open}: ${line.line.replace('{name}', () => line.name)}, ${handle}`}
                onPress={() => onChoose(id)}
              >
                {words.open}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {news.length > SHOWN_MAX ? <p class="hint">{words.more(news.length - SHOWN_MAX)}</p> : null}
    </section>
  );
}
