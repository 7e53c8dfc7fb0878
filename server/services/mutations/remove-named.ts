import { removeDocument } from '#server/store/records.ts';
import type { DocumentKind } from '#server/store/records.ts';
import type { TeamWrite } from '../team-write.ts';

/** Removing what is gone already is what was wanted, not a fault. */
export async function removeNamed(
  { tx, teamId, touch }: TeamWrite,
  kind: DocumentKind,
  id: string,
): Promise<void> {
  if (await removeDocument(tx, teamId, kind, id)) touch(kind, id);
}
