import type { Brand } from '#utils/model/brand.ts';

/** What is watched for, as people say it: names, and handles with their `@`. */
export function toWatched(brands: readonly { body: Brand }[]): string[] {
  return brands.flatMap(({ body }) => [body.name, ...body.handles.map((handle) => `@${handle}`)]);
}
