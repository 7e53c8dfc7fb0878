import { erasureSchema } from '#utils/model/access.ts';
import type { Erasure } from '#utils/model/access.ts';
import { eraseFromConsole } from '../services/erasure.ts';
import { StartError } from '../start-error.ts';
import type { Command, CommandInput } from './command.ts';
import { placeHelp, placeOptions, readPlace, readText, withTeam } from './place.ts';

/** Erases a post or an author for good. */
export const erase: Command = {
  summary: 'erase a post or an author for good',
  usage: '--post KEY | --site SITE --author HANDLE',
  help: `Erases a post with all that hangs on it, or everything of one author on a site: the records, every word of them in
the history, library entries that carry their words. It is not taken in again when somebody reads it. There is no way
back. Backups made before still hold it: keep them no longer than 30 days. Works beside a running server.

  --post KEY        the key of a post, such as x:12345
  --site SITE       the site of an author, such as x
  --author HANDLE   the author's handle there
${placeHelp}`,
  options: {
    ...placeOptions,
    post: { type: 'string' },
    site: { type: 'string' },
    author: { type: 'string' },
  },
  wordsMax: 0,
  async run(input) {
    const wanted = readErasure(input);
    await withTeam(readPlace(input), '', async ({ context, team }) => {
      const { erased } = await eraseFromConsole(context, team.id, wanted);
      input.print(`Erased ${erased} ${erased === 1 ? 'record' : 'records'}.`);
    });
  },
};

function readErasure(input: CommandInput): Erasure {
  const given = [
    ['postKey', readText(input, 'post')],
    ['site', readText(input, 'site')],
    ['author', readText(input, 'author')],
  ].filter(([, value]) => value !== undefined);
  const erasure = erasureSchema.safeParse(Object.fromEntries(given)).data;
  if (erasure) return erasure;
  throw new StartError('Give either --post, or --site with --author.');
}
