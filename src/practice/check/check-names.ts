import type { ContentPath } from '../../content/content-problem.ts';
import type { FieldRule, Points, Route } from '../../content/scenario/answer.ts';
import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import { type Finding, finding } from './finding.ts';
import { likelyNames } from './likely-names.ts';

/** What a scenario may name besides its own parts. */
export interface KnownNames {
  /** Ids of the facts of the lexicon. */
  readonly facts: ReadonlySet<string>;
  /** Whether the base has an article. */
  hasArticle(id: string): boolean;
}

/** What is known of a file besides what could be read of it. */
export interface KnownParts extends KnownNames {
  /** Whether everything could be read. */
  readonly isWhole: boolean;
  /** Names in a list of the file, also of parts that could not be read. */
  declared(list: string): readonly string[];
}

/** Lists of names, and what they are called in sentences. */
type List =
  | 'steps'
  | 'facts'
  | 'attachments'
  | 'articles'
  | 'people'
  | 'sections'
  | 'tickets'
  | 'vars'
  | 'form';

/** Whoever may speak in a run without standing in its list of people. */
const ALWAYS_THERE = ['customer'];

/** Everything that is named and not there. */
export function checkNames(scenario: Scenario, known: KnownParts): readonly Finding[] {
  const names = new Names(scenario, known);
  names.refers(['start'], 'steps', scenario.start);
  const { lints, promises } = scenario;
  if (lints !== null) names.refers(['lints', 'section'], 'sections', lints.section);
  if (promises !== null) names.refers(['promises', 'section'], 'sections', promises.section);
  names.all(['articles'], 'articles', scenario.articles);
  for (const step of scenario.steps.values()) checkStep(step, names);
  // The ways of an item are made of what it asks for: that is told already.
  const asked = new Set<PropertyKey>(scenario.items?.steps);
  return names.findings.filter(({ path }) => {
    return !(asked.has(path[1] ?? '') && path.includes('routes'));
  });
}

class Names {
  readonly findings: Finding[] = [];
  readonly #lists: Readonly<Record<Exclude<List, 'articles' | 'form'>, ReadonlySet<string>>>;
  readonly #scenario: Scenario;
  readonly #known: KnownParts;

  constructor(scenario: Scenario, known: KnownParts) {
    const { steps, facts, attachments, people, sections, tickets, vars } = scenario;
    this.#scenario = scenario;
    this.#known = known;
    const set = (list: string, names: Iterable<string>) => {
      return new Set([...names, ...(known.isWhole ? [] : known.declared(list))]);
    };
    this.#lists = {
      steps: set('steps', steps.keys()),
      facts: set('facts', [...facts.keys(), ...known.facts]),
      attachments: set('attachments', attachments.keys()),
      people: set('people', [...people.keys(), ...ALWAYS_THERE]),
      sections: set(
        'sections',
        sections.map(({ id }) => id),
      ),
      tickets: set('tickets', tickets.keys()),
      vars: set('vars', [...vars.keys(), ...varsSet(scenario)]),
    };
  }

  /** Notes a name that a list has not got. An empty section is none. */
  refers(path: ContentPath, list: Exclude<List, 'form'>, name: string | null): void {
    if (name === null || (list === 'sections' && name === '')) return;
    if (list === 'articles') {
      const { ownArticles } = this.#scenario;
      if (ownArticles.has(name) || this.#known.hasArticle(name)) return;
      this.findings.push(finding(path, 'article-unknown', { value: name }));
      return;
    }
    if (this.#lists[list].has(name)) return;
    const known = likelyNames(name, this.#lists[list]);
    this.findings.push(finding(path, 'name-unknown', { value: name, list, known }));
  }

  /** Each of some names. */
  all(path: ContentPath, list: Exclude<List, 'form'>, some: readonly string[]): void {
    for (const [index, name] of some.entries()) this.refers([...path, index], list, name);
  }

  /** A field that a route asks for and the form has not got. */
  field(path: ContentPath, form: ReadonlyMap<string, unknown>, name: string): void {
    if (form.has(name)) return;
    const known = likelyNames(name, form.keys());
    this.findings.push(finding(path, 'name-unknown', { value: name, list: 'form', known }));
  }
}

function varsSet({ steps }: Scenario): readonly string[] {
  return [...steps.values()].flatMap(({ set, choices }) => {
    return [...set.keys(), ...choices.flatMap((one) => [...one.set.keys()])];
  });
}

function checkStep(step: Step, names: Names): void {
  const at: ContentPath = ['steps', step.id];
  names.all([...at, 'attach'], 'attachments', step.attach);
  names.refers([...at, 'time', 'section'], 'sections', step.time?.section ?? null);
  step.inject.forEach(({ from, attach, ticket }, index) => {
    const place = [...at, 'inject', index];
    names.refers([...place, 'from'], 'people', from);
    names.all([...place, 'attach'], 'attachments', attach);
    names.refers([...place, 'ticket'], 'tickets', ticket);
  });
  step.open.forEach(({ attachment, article, section }, index) => {
    const place = [...at, 'open', index];
    names.refers([...place, 'attachment'], 'attachments', attachment);
    names.refers([...place, 'article'], 'articles', article);
    names.refers([...place, 'section'], 'sections', section);
  });
  checkReply(step, names);
  checkChoices(step, names);
  checkActions(step, names);
  checkRoutes([...at, 'routes'], step.routes, { names, form: new Map() });
}

function checkReply({ id, reply }: Step, names: Names): void {
  if (reply === null) return;
  const at: ContentPath = ['steps', id, 'reply'];
  reply.expect.forEach(({ fact, section }, index) => {
    names.refers([...at, 'expect', index, 'fact'], 'facts', fact);
    names.refers([...at, 'expect', index, 'section'], 'sections', section);
  });
  reply.forbid.forEach(({ fact, critical, penalty }, index) => {
    names.refers([...at, 'forbid', index, 'fact'], 'facts', fact);
    names.refers([...at, 'forbid', index, 'critical'], 'sections', critical);
    names.refers([...at, 'forbid', index, 'section'], 'sections', penalty?.section ?? null);
  });
  checkRoutes([...at, 'routes'], reply.routes, { names, form: new Map() });
}

function checkChoices({ id, choices }: Step, names: Names): void {
  choices.forEach(({ goto, critical, points }, index) => {
    const at: ContentPath = ['steps', id, 'choices', index];
    names.refers([...at, 'goto'], 'steps', goto);
    names.refers([...at, 'critical'], 'sections', critical);
    checkPoints(at, points, names);
  });
}

function checkPoints(at: ContentPath, points: readonly Points[], names: Names): void {
  for (const { section } of points) names.refers([...at, 'points', section], 'sections', section);
}

function checkActions({ id, actions }: Step, names: Names): void {
  actions.forEach(({ form, routes }, index) => {
    const at: ContentPath = ['steps', id, 'actions', index];
    for (const [name, { points, zeroIfMissing, has, lacks }] of form) {
      const place = [...at, 'form', name];
      names.refers([...place, 'section'], 'sections', points?.section ?? null);
      names.refers([...place, 'zeroIfMissing'], 'sections', zeroIfMissing);
      names.all([...place, 'has'], 'facts', has);
      names.all([...place, 'lacks'], 'facts', lacks);
    }
    names.findings.push(...notOffered([...at, 'form'], form));
    checkRoutes([...at, 'routes'], routes, { names, form });
  });
}

/** Right values that a form does not offer: it could never be filled in right. */
function notOffered(at: ContentPath, form: ReadonlyMap<string, FieldRule>): readonly Finding[] {
  return [...form].flatMap(([name, { options, equals, oneOf }]) => {
    const offered = options.map(({ value }) => value);
    const right = [...(equals === null ? [] : [equals]), ...oneOf].map(String);
    if (offered.length === 0 || right.some((value) => offered.includes(value))) return [];
    const known = offered.join(', ');
    return right.slice(0, 1).map((value) => {
      return finding([...at, name], 'field-not-offered', { value, known });
    });
  });
}

interface RoutePlace {
  readonly names: Names;
  readonly form: ReadonlyMap<string, unknown>;
}

function checkRoutes(at: ContentPath, routes: readonly Route[], { names, form }: RoutePlace): void {
  routes.forEach(({ when, goto }, index) => {
    const place = [...at, index];
    names.refers([...place, 'goto'], 'steps', goto);
    names.all([...place, 'has'], 'facts', when.has);
    names.all([...place, 'lacks'], 'facts', when.lacks);
    names.all([...place, 'ever'], 'facts', when.ever);
    for (const name of when.vars.keys()) names.refers([...place, 'var', name], 'vars', name);
    for (const [field, name] of when.complete.entries()) {
      names.field([...place, 'complete', field], form, name);
    }
  });
}
