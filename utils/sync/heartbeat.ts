/**
 * Application heartbeat, ms: Chrome ends a worker whose socket is silent for 30 s, Firefox one that no page
 * speaks to (reliability.md §0.5, §0.6). Apart from `wire.ts`, so that pages need not load the protocol.
 */
export const HEARTBEAT_MS = 20_000;
