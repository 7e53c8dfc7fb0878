/** Sites change in the night: parts and attributes go missing. No adapter may throw or give a broken post then. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { postSchema } from '#utils/model/post.ts';
import { readInFakeDom } from './support/fake-dom.ts';
import { loadSavedPages } from './support/saved-pages.ts';

const pages = loadSavedPages();

test.each(pages)(
  '$name is read without an error whatever is missing',
  { timeout: 60_000 },
  async (page) => {
    const tags = [...page.html.matchAll(/<\/?[a-z][^>]*>/giu)];
    const attributes = [...page.html.matchAll(/ [a-z-]+="[^"]*"/giu)];
    const cuts = [...tags, ...attributes].map((match) => [match.index, match[0].length] as const);
    await fc.assert(
      fc.asyncProperty(fc.subarray(cuts, { maxLength: 12 }), async (missing) => {
        const html = cut(page.html, missing);
        const { posts } = await readInFakeDom({ html, url: page.url });
        for (const post of posts) expect(postSchema.safeParse(post).error).toBeUndefined();
      }),
      { numRuns: 5 },
    );
  },
);

function cut(html: string, missing: readonly (readonly [number, number])[]): string {
  let kept = '';
  let from = 0;
  for (const [at, length] of missing.toSorted((one, other) => one[0] - other[0])) {
    kept += html.slice(from, Math.max(from, at));
    from = Math.max(from, at + length);
  }
  return kept + html.slice(from);
}
