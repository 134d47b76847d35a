import { build, search } from '../../../src/app/search/kb-search.ts';
import type { Bench } from '../bench.ts';
import type { Corpus, Question } from '../kb/corpus.ts';
import { fuseTitles } from '../kb/fuse-titles.ts';
import { type Answer, isHighlighted, type Score, scoreOf, spread } from '../kb/score.ts';
import { type Peer, SHOWN, stemIndex } from '../kb/stem-index.ts';
import type { Row } from '../row.ts';

/** [must, aim] */
type Goal = readonly [number, number];

interface Goals {
  readonly first?: Goal;
  readonly five?: Goal;
}

const strict: Goals = { first: [0.97, 0.99] };
const spelled: Goals = { five: [0.95, 0.99] };
const hard: Goals = { five: [0.93, 0.98] };

/** What each class of queries should reach; the others only inform. */
const classGoals: Readonly<Record<string, Goals>> = {
  title: strict,
  typo1: strict,
  yo: strict,
  layout: strict,
  typo2: spelled,
  inflect: spelled,
  translit: spelled,
  typo_inflect: hard,
  prefix: hard,
  body: hard,
  code: hard,
  brand: { five: [0.88, 0.96] },
};
const macroGoals: Goals = { first: [0.93, 0.97], five: [0.97, 0.99] };
const ownGoals: Goals = { first: [0.5, 0.6], five: [0.65, 0.75] };

/** The class whose right answer is none. */
const NONSENSE = 'nonsense';

/** A set of questions and what every engine reached on it. */
interface Scored {
  readonly name: string;
  readonly ours: Score;
  readonly peers: readonly { readonly name: string; readonly score: Score }[];
}

type Ask = (name: string, questions: readonly Question[]) => Scored;

/** How well the search answers, class by class, with simpler engines beside it. */
export async function qualityRows(bench: Bench, corpus: Corpus): Promise<Row[]> {
  const ask = await openEngines(bench, corpus);
  const classes = Map.groupBy(corpus.questions, (question) => question.class);
  const scored = [...classes].map(([name, questions]) => ask(name, questions));
  const telling = scored.filter(({ name }) => name !== NONSENSE);
  const macro = macroOf(telling);
  const halves = Map.groupBy(corpus.ownWords, ({ half }) => half ?? 'all');
  const own = [...halves].map(([half, questions]) => ask(`own words, ${half}`, questions));
  return [
    ...recallRows(macro, macroGoals),
    ...telling.flatMap((one) => recallRows(one, classGoals[one.name] ?? {})),
    ...scored.filter(({ name }) => name === NONSENSE).map(emptyRow),
    highlightRow(macro, telling),
    ...own.flatMap((one) => recallRows(one, ownGoals)),
  ];
}

async function openEngines(bench: Bench, corpus: Corpus): Promise<Ask> {
  const { articles } = corpus;
  await build(articles);
  const known = new Map(articles.map((article) => [article.id, article]));
  const ours = (query: string): Answer => {
    const hits = search(query, SHOWN);
    const isRight = (hit: (typeof hits)[number]) => {
      const article = known.get(hit.id);
      return article !== undefined && isHighlighted(hit, article);
    };
    return { ids: hits.map(({ id }) => id), highlighted: hits.filter(isRight).length };
  };
  const { any, all } = stemIndex(articles);
  const fuse = fuseTitles(articles);
  const sample = bench.isQuick ? 5 : 12;
  bench.say(`  fuse.js is slow: it is asked ${sample} queries of each class`);
  return (name, questions) => {
    const asked = (peer: Peer, some: readonly Question[]) => {
      const answer = (query: string) => ({ ids: peer.find(query), highlighted: 0 });
      return { name: peer.name, score: scoreOf(some, answer) };
    };
    const peers = [asked(any, questions), asked(all, questions)];
    const few = asked(fuse, spread(questions, sample));
    return { name, ours: scoreOf(questions, ours), peers: [...peers, few] };
  };
}

function macroOf(scored: readonly Scored[]): Scored {
  const mean = (scores: readonly Score[]): Score => {
    const sum = (field: keyof Score) => scores.reduce((all, score) => all + score[field], 0);
    const of = (field: keyof Score) => sum(field) / scores.length;
    const shares = { first: of('first'), five: of('five'), empty: of('empty') };
    return { asked: sum('asked'), ...shares, highlights: of('highlights') };
  };
  const peers = scored[0]?.peers.map(({ name }, place) => {
    return { name, score: mean(scored.flatMap((one) => one.peers[place]?.score ?? [])) };
  });
  return { name: 'macro', ours: mean(scored.map(({ ours }) => ours)), peers: peers ?? [] };
}

function recallRows({ name, ours, peers }: Scored, goals: Goals): Row[] {
  const beside = (field: 'first' | 'five') => besideOf(ours, peers, field);
  const about = `; ${ours.asked} queries, highlights ${ours.highlights.toFixed(3)}`;
  return [
    shareRow(`${name} @1`, ours.first, goals.first, `${beside('first')}${about}`),
    shareRow(`${name} @5`, ours.five, goals.five, beside('five')),
  ];
}

function emptyRow({ name, ours, peers }: Scored): Row {
  const detail = `${besideOf(ours, peers, 'empty')}; ${ours.asked} queries`;
  return shareRow(`${name}: empty answer`, ours.empty, [0.75, 0.9], detail);
}

function highlightRow(macro: Scored, scored: readonly Scored[]): Row {
  const worst = scored.toSorted((a, b) => a.ours.highlights - b.ours.highlights)[0];
  const detail = worst && `mean of the classes; least ${worst.name}`;
  return shareRow('valid highlights', macro.ours.highlights, [0.99, 0.999], detail);
}

function besideOf(ours: Score, peers: Scored['peers'], field: keyof Score): string {
  const texts = peers.map(({ name, score }) => {
    const of = score.asked < ours.asked ? ` (of ${score.asked})` : '';
    return `${name} ${score[field].toFixed(3)}${of}`;
  });
  return texts.join(' · ');
}

function shareRow(what: string, value: number, goal?: Goal, detail?: string): Row {
  const [must, aim] = goal ?? [];
  return { part: 'kb', what, value, unit: 'share', better: 'higher', must, aim, detail };
}
