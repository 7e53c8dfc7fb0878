import { MessageError } from '#utils/messages/answer.ts';

/** The refusal of a page that brings more than anybody reads. */
export function tooMuchNews(): MessageError {
  return new MessageError(
    'too_many',
    'This site brings more posts than Hearback takes in an hour. Go on later.',
  );
}
