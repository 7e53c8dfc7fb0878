/** Words of an import into the library, before and after it. */
const toAnswers = (count: number) => (count === 1 ? '1 answer' : `${count} answers`);
const toLines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

export const importWords = {
  choose: 'Import a file',
  heading: (fileName: string) => `What is in ${fileName}`,
  nothingYet: 'Nothing is added yet.',
  fresh: (count: number) => `${toAnswers(count)} that the library does not have`,
  freshMore: (count: number) => `and ${count} more`,
  same: (count: number) =>
    `${toAnswers(count)} that ${count === 1 ? 'is' : 'are'} there already: left as is`,
  older: (count: number) =>
    `${toAnswers(count)} that the team has rewritten since: the team’s words stay`,
  changed: (count: number) =>
    `${toAnswers(count)} that the library has in other words, or without this title or tag`,
  takesChanges: (count: number) =>
    count === 1
      ? 'Change it too. What it said is kept as its earlier version.'
      : 'Change these too. What they said is kept as their earlier versions.',
  skipped: (count: number) => `${toLines(count)} left out`,
  skippedHelp: (lines: number) =>
    `Mend ${lines === 1 ? 'it' : 'them'} in the file and import it again: what is there by then is not added twice.`,
  skippedLine: (line: number, reason: string) => `Line ${line}: ${reason}`,
  skippedMore: (count: number) => `${toLines(count)} more`,
  kind: 'Add as',
  kinds: { snippet: 'Snippets, to be used again', reply: 'Replies that were sent' },
  tags: 'Tags for all that is added',
  waits: 'A lead approves them before they are suggested to others.',
  nothing: 'There is nothing to add from this file.',
  add: (added: number, changed: number) =>
    changed === 0
      ? `Add ${toAnswers(added)}`
      : added === 0
        ? `Change ${toAnswers(changed)}`
        : `Add ${added}, change ${changed}`,
  close: 'Close',
  stop: 'Stop',
  written: (written: number, all: number) => `${written} of ${toAnswers(all)}`,
  done(added: number, changed: number, left: number) {
    const said =
      changed === 0
        ? `${toAnswers(added)} added.`
        : added === 0
          ? `${toAnswers(changed)} changed.`
          : `${toAnswers(added)} added, ${changed} changed.`;
    return left === 0 ? said : `${said} ${toAnswers(left)} left out.`;
  },
};
