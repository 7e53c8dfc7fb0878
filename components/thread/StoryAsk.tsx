import { Button } from '#components/ui/Button.tsx';
import { storyWords as words } from './words.ts';

/** A saved story whose customer was not asked yet: the question goes into the draft, to be looked at and sent. */
export function StoryAsk({ request, onAsk }: { request: string; onAsk: (text: string) => void }) {
  return (
    <div class="card stack-small" role="note">
      <p>{words.notAsked}</p>
      <p class="hint" dir="auto">
        {request}
      </p>
      <div>
        <Button onPress={() => onAsk(request)}>{words.ask}</Button>
      </div>
    </div>
  );
}
