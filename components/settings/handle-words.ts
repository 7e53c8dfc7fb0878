/** Words of handles on software that runs on any host. */
export const handleWords = {
  withHost: 'With its host: ben@forum.example',
  hostMissing: (handle: string) =>
    `“${handle}” does not count yet. Say its host too: ${handle}@forum.example`,
};
