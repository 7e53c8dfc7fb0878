import { startServer } from '../listen.ts';
import { modelHelp, readModelSettings } from '../model/settings.ts';
import { SIGHTINGS_PER_HOUR } from '../services/sighting-quota.ts';
import { addressHelp, addressOptions, readAddress, readCount } from './address.ts';
import type { Command } from './command.ts';
import { placeHelp, placeOptions, readPlace, toPlaceName } from './place.ts';

/** Serves the team until it is told to stop. */
export const start: Command = {
  summary: 'serve the team',
  usage: '',
  help: `Serves the team until Ctrl-C or SIGTERM. The first start makes the team and prints its owner's invite link.

${addressHelp}
${placeHelp}
  HEARBACK_TEAM         the name of the team that the first start makes
  HEARBACK_TRUST_PROXY  how many proxies in front add to X-Forwarded-For; without it the header is not believed
  HEARBACK_SIGHTINGS_PER_HOUR  new threads that one device may report an hour; ${SIGHTINGS_PER_HOUR}
  HEARBACK_PRIVATE_WEBHOOKS  1: webhooks may lead to http and into the server's own network
${modelHelp}`,
  options: { ...addressOptions, ...placeOptions },
  wordsMax: 0,
  async run(input) {
    const { port, host, publicUrl } = readAddress(input);
    const place = readPlace(input);
    const teamName = input.env.HEARBACK_TEAM;
    const sightingsPerHour = readCount(input, 'HEARBACK_SIGHTINGS_PER_HOUR') || SIGHTINGS_PER_HOUR;
    const model = readModelSettings(input.env);
    const server = await startServer({
      port,
      host,
      ...place,
      trustedProxies: readCount(input, 'HEARBACK_TRUST_PROXY') ?? 0,
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(teamName ? { teamName } : {}),
      sightingsPerHour,
      privateWebhooks: input.env.HEARBACK_PRIVATE_WEBHOOKS === '1',
      model,
    });
    const lines = [
      `Hearback serves ${server.url} (data in ${toPlaceName(place)})`,
      `Practice page: ${server.url}/practice`,
      `Board, for leads without the extension: ${server.url}/board`,
      ...(model === null
        ? []
        : [
            `A model may polish drafts: ${model.name} at ${new URL(model.url).host}, ${model.tokensADay} tokens a day.`,
          ]),
      ...(server.ownerLink === null
        ? []
        : ["Nobody has joined yet. The owner's invite link:", server.ownerLink]),
    ];
    input.print(lines.join('\n'));
    const stop = () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  },
};
