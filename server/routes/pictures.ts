import { Hono } from 'hono';
import { pictureQuerySchema, pictureSendSchema } from '#utils/sync/wire-stories.ts';
import type { PictureResponse } from '#utils/sync/wire-stories.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { readJson, readQuery } from '../http/read-json.ts';
import { keepPicture, readPicture } from '../services/pictures.ts';

/** Pictures of stories' posts. All behind `requireActor`. */
export function pictureRoutes(context: ServerContext) {
  return new Hono<AppEnv>()
    .post('/pictures', async (c) => {
      await keepPicture(context, c.var.actor, await readJson(c, pictureSendSchema));
      return c.json({});
    })
    .get('/pictures', async (c) => {
      const { story } = readQuery(c, pictureQuerySchema);
      return c.json((await readPicture(context, c.var.actor, story)) satisfies PictureResponse);
    });
}
