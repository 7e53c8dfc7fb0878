/** What went wrong in asking a model; nothing of its words, which may hold the key or the question. */
export type ModelFault =
  | 'timeout'
  | 'unreachable'
  | 'dropped'
  | 'redirected'
  | 'refused'
  | 'rateLimited'
  | 'broken'
  | 'tooLarge'
  | 'notJson'
  | 'wrongShape';

/** A model that gave no sound answer. The message is its fault's name. */
export class ModelError extends Error {
  readonly fault: ModelFault;
  /** The HTTP status, where there was one. */
  readonly status: number | null;

  constructor(fault: ModelFault, status: number | null = null) {
    super(fault);
    this.name = 'ModelError';
    this.fault = fault;
    this.status = status;
  }

  /** Whether the model may have worked on it, so that somebody has to pay. */
  get mayHaveCost(): boolean {
    return !['unreachable', 'redirected', 'refused', 'rateLimited'].includes(this.fault);
  }
}
