import { toStem } from '#utils/text/tokenize.ts';

/**
 * Words beside which anything stands: when, how much, who, and how one feels about it. They count where posts are
 * compared, but nothing begins at them and no theme is called by them alone. English only; in other languages such words
 * weigh little because they stand beside anything.
 */
const VAGUE = `again ago already almost always another anyone anything anymore around away back bad because before best
  better both bunch constantly cool couple different done due either else end enough entire even ever every everyone
  everything everytime exactly extremely far few finally find found first fine full gave give given glad good gonna gotta great
  guys guy happen happened happy hey high hope half however instead kind last late later least left less literally little long
  look lot made many matter maybe mean might mine more most must near never new next nice nobody nothing okay old
  once other others ours own part past people person please point possible pretty probably quite rather ready real right
  same saw say see seem seen seriously several shit should since single someone something sometimes soon sort start started stop such
  suck sucks super suppose supposed sure take taken tell thing think though thought through together told tomorrow tonight too took
  total totally toward true twice until usually wait want wanted whatever whole without wonder wont worse worst wow
  yes yet wish feel felt hate love amazing awesome awful terrible horrible poor ridiculous disappointed idea know knew keep kept
  went while whether yeah year years month week day days today yesterday night morning evening weekend time
  minute minutes min mins hour hours hr hrs second seconds moment am pm monday tuesday wednesday thursday friday
  saturday sunday january february march april june july august september october november december
  one two three four five six seven eight nine ten hundred 1st 2nd 3rd problem issue help question answer way work
  working world luck ok it'll that'll let's cannot cant dont didnt doesnt isnt wasnt couldnt im ive youre theyre`;

const stems = new Set(VAGUE.split(/\s+/).map(toStem));

/** Whether a stem alone says little about what is the matter. */
export function isVague(stem: string): boolean {
  return stems.has(stem);
}
