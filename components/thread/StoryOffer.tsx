import { Star } from 'lucide-preact';
import { Button } from '#components/ui/Button.tsx';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { isThanks } from '#utils/text/thanks.ts';
import { threadWords as words } from './words.ts';

export interface StoryOfferProps {
  view: ThreadView;
  onStory: () => void;
}

/** Where the customer's last word on an answer is thanks, it may be a story worth keeping. */
export function StoryOffer({ view, onStory }: StoryOfferProps) {
  const { post, followUps = [] } = view.thread;
  const last = followUps.at(-1);
  if (view.story !== null || !last || !isThanks(last.text)) return null;
  return (
    <div class="card row" role="note">
      <span class="grow">{words.thanked(post.author.name ?? post.author.handle)}</span>
      <Button onPress={onStory}>
        <Star size={14} strokeWidth={1.75} /> {words.keepStory}
      </Button>
    </div>
  );
}
