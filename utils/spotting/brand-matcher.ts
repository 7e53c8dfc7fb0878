/**
 * Says whether a post is about one of the team's brands. All terms of all brands are looked for in one pass; what
 * is found is checked by the rules of hit-rules.ts; excluded and context words decide about names.
 *
 * - A handle, its tag or a domain is always sure.
 * - A name (or its tag) is sure, unless the brand has context words: then one of them must stand in the post.
 * - An excluded word anywhere in the post: it is not about that brand, whatever else stands there.
 * - A name inside an address (`news.example/acme-recall`) or another handle (`@acme_fans`) is not a name.
 */
import type { Brand, Match } from '#utils/model/brand.ts';
import type { Post } from '#utils/model/post.ts';
import { createAddressTracker } from './address.ts';
import { createAutomaton } from './automaton.ts';
import { createFolder } from './fold.ts';
import { toSpan, type Span } from './hit-rules.ts';
import { toReason, toShown } from './reasons.ts';
import { toTerms, type Term } from './terms.ts';

/** One place in a text, as offsets into it. */
export interface Occurrence {
  start: number;
  end: number;
  brandId: string;
  kind: Match['kind'];
}

/** Reads posts for a fixed list of brands. Costs are linear in the text, whatever it holds. */
export interface BrandMatcher {
  /** The best match of each brand, in the order of the brands; empty when the post is not a mention. */
  match(post: Pick<Post, 'text' | 'title'>): Match[];
  /**
   * Where brands are named, for highlighting: in order, never overlapping (the first, then the longest).
   * Excluded and context words do not count here: this says where, `match` says whether.
   */
  findAll(text: string): Occurrence[];
}

interface Found {
  term: Term;
  span: Span;
  text: string;
}

interface Finding {
  best: Found | null;
  context: Found | null;
  isExcluded: boolean;
}

/** Builds the matcher; build it again when the brands change. */
export function createBrandMatcher(brands: readonly Brand[]): BrandMatcher {
  const terms = toTerms(brands);
  const automaton = createAutomaton(
    terms.map((term) => term.pattern),
    (index) => isMention(terms[index]?.kind),
  );
  const fold = createFolder();

  const findTerms = (text: string, onFound: (found: Found) => void) => {
    const folded = fold(text);
    const address = createAddressTracker(text);
    automaton.scan(folded, (index, end) => {
      const term = terms[index];
      const span = term && toSpan(term, text, folded, end, address);
      if (span) onFound({ term, span, text });
    });
  };

  return {
    match(post) {
      if (!automaton.mayHold(post.text) && !automaton.mayHold(post.title ?? '')) return [];
      const findings = new Map<number, Finding>();
      const note = (found: Found) => {
        const { brand, kind } = found.term;
        let finding = findings.get(brand);
        if (!finding) {
          finding = { best: null, context: null, isExcluded: false };
          findings.set(brand, finding);
        }
        if (kind === 'excluded') finding.isExcluded = true;
        else if (kind === 'context') finding.context ??= found;
        else if (!finding.best || isBetter(found.term, finding.best.term)) finding.best = found;
      };
      if (post.title) findTerms(post.title, note);
      findTerms(post.text, note);
      const found = [...findings].sort(([one], [other]) => one - other);
      return found.flatMap(([index, { best, context, isExcluded }]) => {
        const brand = brands[index];
        return brand && best && !isExcluded ? [toMatch(brand, best, context)] : [];
      });
    },

    findAll(text) {
      if (!automaton.mayHold(text)) return [];
      const all: Occurrence[] = [];
      findTerms(text, ({ term, span }) => {
        if (!isMention(term.kind)) return;
        const brandId = brands[term.brand]?.id ?? '';
        all.push({ start: span.start, end: span.end, brandId, kind: toKind(term, span) });
      });
      all.sort((a, b) => a.start - b.start || b.end - a.end);
      let free = 0;
      return all.filter(({ start, end }) => {
        if (start < free) return false;
        free = end;
        return true;
      });
    },
  };
}

function isMention(kind: Term['kind'] | undefined): boolean {
  return kind !== 'excluded' && kind !== 'context';
}

const ranks: Record<Term['kind'], number> = {
  handle: 0,
  domain: 1,
  handleTag: 2,
  joined: 3,
  name: 3,
  excluded: 9,
  context: 9,
};

/** The surer kind first; among names one that explains itself, then the longer one; else the one found first. */
function isBetter(term: Term, than: Term): boolean {
  if (ranks[term.kind] !== ranks[than.kind]) return ranks[term.kind] < ranks[than.kind];
  if (ranks[term.kind] < ranks.name) return false;
  if (term.hasContext !== than.hasContext) return term.hasContext;
  return term.pattern.length > than.pattern.length;
}

function toKind(term: Term, span: Span): Match['kind'] {
  if (term.kind === 'handle' || term.kind === 'domain') return term.kind;
  return span.isTag ? 'tag' : 'name';
}

function toMatch(brand: Brand, best: Found, context: Found | null): Match {
  const isName = best.term.kind === 'name' || best.term.kind === 'joined';
  const needsContext = isName && brand.contextWords.length > 0 && !best.term.hasContext;
  const kind = toKind(best.term, best.span);
  const matched = toShown(best.text, best.span);
  const sure = !needsContext || context !== null;
  const near = needsContext && context ? toShown(context.text, context.span) : null;
  const reason = toReason({ kind, matched, sure, near, brandName: brand.name });
  return { brandId: brand.id, matched, kind, sure, reason };
}
