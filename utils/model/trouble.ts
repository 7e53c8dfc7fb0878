import { z } from 'zod';

/**
 * Why this browser cannot go on by itself. `signedOut`: the server no longer takes its token. `removed`: its member
 * is no longer in the team. `tooOld`: the server needs a newer Hearback. `storageFull`: nothing more can be kept.
 * `cleared`: the browser's data for Hearback was deleted outside of it. `copied`: a second copy of this browser
 * profile is at work.
 */
export const troubleKindSchema = z.enum([
  'signedOut',
  'removed',
  'tooOld',
  'storageFull',
  'cleared',
  'copied',
]);
export type TroubleKind = z.infer<typeof troubleKindSchema>;
