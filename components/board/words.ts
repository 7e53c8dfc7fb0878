/** Words of the board. */
export const boardWords = {
  board: 'Board',
  places: 'Parts of the board',
  place: { threads: 'Threads', stories: 'Stories', themes: 'Themes', reports: 'Reports' },
  list: 'Threads',
  thread: 'Thread',
  none: 'No thread is chosen.',
  noneText: 'Choose one from the list to see who answers it, since when, and what was said.',
  reading: 'Sites that are not read',
  askLead: 'A lead can mend this. Copy the report and send it to one.',
  changeOf: (site: string) => `Change selectors of ${site}`,
};
