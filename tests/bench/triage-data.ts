/** Posts that people labeled (../shared/data, never part of the project), by brand or field. */
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { DATA_FOLDER } from './reply-pairs.ts';

export interface LabeledPost {
  text: string;
  label: string;
}

/** All labeled posts of one brand or field. */
export interface Pool {
  name: string;
  /** Pools of one set share their labels; the generic model of a pool never saw its set. */
  set: 'airlines' | 'complaints' | 'sanders' | 'relation';
  labels: string[];
  posts: LabeledPost[];
}

/** A pool smaller than this leaves nothing to hold out beside 200 labels. */
const POSTS_MIN = 240;

const read = (file: string, header: boolean): unknown[] =>
  Papa.parse(readFileSync(new URL(file, DATA_FOLDER), 'utf8'), { header, skipEmptyLines: true })
    .data as unknown[];

function toPools(set: Pool['set'], rows: { pool: string; text: string; label: string }[]): Pool[] {
  const names = [...new Set(rows.map((row) => row.pool))];
  return names
    .map((name): Pool => {
      // The same text twice would stand on both sides of the split.
      const own = new Map(
        rows.filter((row) => row.pool === name).map((row) => [row.text.trim(), row.label]),
      );
      return {
        name,
        set,
        labels: [...new Set(own.values())].toSorted(),
        posts: [...own].map(([text, label]) => ({ text, label })),
      };
    })
    .filter(({ posts }) => posts.length >= POSTS_MIN);
}

/** All pools; null where the data is absent. */
export function readPools(): Pool[] | null {
  if (!existsSync(new URL('airline_Tweets.csv', DATA_FOLDER))) return null;
  const moods: Record<string, string> = {
    negative: 'complaint',
    positive: 'praise',
    neutral: 'other',
  };
  const airlines = (
    read('airline_Tweets.csv', true) as {
      airline: string;
      text: string;
      airline_sentiment: string;
    }[]
  ).map(({ airline, text, airline_sentiment: mood }) => ({
    pool: airline,
    text,
    label: moods[mood] ?? 'other',
  }));
  const complaints = (read('complaints_preotiuc.csv', false) as string[][]).flatMap(
    ([, text = '', label = '', field = '']) =>
      field.startsWith('random')
        ? []
        : [{ pool: field, text, label: label === '1' ? 'complaint' : 'other' }],
  );
  const sanders = read('brand-sentiment-sanders.csv', true) as {
    Topic: string;
    Sentiment: string;
    TweetText: string;
  }[];
  return [
    ...toPools('airlines', airlines),
    ...toPools('complaints', complaints),
    ...toPools(
      'sanders',
      sanders
        .filter((row) => row.Sentiment !== 'irrelevant')
        .map((row) => ({
          pool: row.Topic,
          text: row.TweetText,
          label: moods[row.Sentiment] ?? 'other',
        })),
    ),
    ...toPools(
      'relation',
      sanders.map((row) => ({
        pool: row.Topic,
        text: row.TweetText,
        label: row.Sentiment === 'irrelevant' ? 'not us' : 'us',
      })),
    ),
  ];
}
