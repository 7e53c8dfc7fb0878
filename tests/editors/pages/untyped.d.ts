// React and Draft.js carry no types, and only these pages use them: the little of them that is used here.
declare module 'react' {
  export type ReactNode = unknown;
  export function createElement(
    type: unknown,
    props: object | null,
    ...children: unknown[]
  ): ReactNode;
  export function useState<T>(initial: T | (() => T)): [T, (next: T) => void];
  export function useRef<T>(initial: T): { current: T };
}
declare module 'react-dom/client' {
  export function createRoot(element: Element): { render(node: unknown): void };
}
declare module 'draft-js' {
  export interface ContentState {
    getBlockMap(): { toArray(): { getText(): string }[] };
  }
  export interface EditorState {
    getCurrentContent(): ContentState;
  }
  export const Editor: unknown;
  export const EditorState: {
    createEmpty(): EditorState;
    createWithContent(content: ContentState): EditorState;
    moveSelectionToEnd(state: EditorState): EditorState;
  };
  export const ContentState: { createFromText(text: string): ContentState };
}
// Defines its element; the pages say themselves what they use of it.
declare module 'trix';
