/** What a test page tells of its editor: the framework's own state, never the DOM. */
export interface MountedEditor {
  /** What the framework holds, one `\n` a line or paragraph. */
  readState(): string;
  /** Makes it begin anew, as a site does once a reply was sent. */
  reset(): void;
  /** The frame that holds the editor, where it has one of its own. */
  view?: Window;
}

/** Where an editor of a test page is put, and how it begins. */
export interface Place {
  host: HTMLElement;
  initial: string;
  /** Tells the page that the framework's text has changed, so that it switches the send button. */
  onText(text: string): void;
  /** A React field answers a change only after this time, ms. */
  delay: number;
  /** Every change is refused. */
  isHostile: boolean;
}

export type Mount = (place: Place) => MountedEditor | Promise<MountedEditor>;
