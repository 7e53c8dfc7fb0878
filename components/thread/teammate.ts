/** A teammate whom a thread can be handed to. */
export interface Teammate {
  id: string;
  name: string;
  /** Looks at or answers something right now. */
  isHere: boolean;
}
