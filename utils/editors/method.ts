import type { Addition } from './addition.ts';
import type { Editor } from './detect.ts';

/** The ways text can get into an editor. */
export type MethodName =
  | 'command'
  | 'commandAtOnce'
  | 'commandByLine'
  | 'commandOneLine'
  | 'paste'
  | 'pasteOneBlock'
  | 'textInput'
  | 'value';

/**
 * Tries once to put the addition at the caret (or over the selection) of an editor that has been given both.
 * False when it could not even try, so that nothing can land later.
 */
export type Method = (editor: Editor, addition: Addition) => boolean;
