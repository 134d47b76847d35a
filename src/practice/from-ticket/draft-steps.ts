import type { SaidFact } from './said-fact.ts';
import { sectionOf } from './scored-facts.ts';
import type { StoryTurn, TicketStory } from './ticket-story.ts';

/** What came before somebody of the desk did something. */
export interface Scene {
  readonly heard: readonly string[];
  readonly noted: readonly string[];
  readonly files: readonly string[];
  /** How long the world took for it, ms. */
  readonly after: number;
}

/** Something that is scored: a fact of a reply, or a field of a form. */
export interface Scored {
  readonly name: string;
  readonly section: string;
  readonly weight: number;
}

type Acted = Extract<StoryTurn, { readonly type: 'acted' }>;
type Deed = Extract<StoryTurn, { readonly type: 'replied' }> | Acted;
type Heard = Exclude<StoryTurn, Deed>;

/** One step of the draft: a scene, and what was really done in it. */
export interface DraftStep {
  readonly id: string;
  readonly scene: Scene;
  readonly deed: Deed;
  /** How long it really took from the last message to the deed, ms. */
  readonly took: number;
  readonly said: SaidFact | null;
  readonly scored: readonly Scored[];
}

/** The steps of a story, and what was still heard after the last deed. */
export interface DraftSteps {
  readonly steps: readonly DraftStep[];
  readonly rest: Scene;
}

const MOST_STEPS = 20;
const SAID_WEIGHT = 4;
const OWN_WEIGHT = 3;

/** What is known of the replies of a story, in their order. */
export interface ReplyFacts {
  /** Facts of the lexicon that the real reply holds. */
  readonly found: readonly (readonly string[])[];
  readonly said: readonly (SaidFact | null)[];
}

/** Lays a story out as steps: each ends with something that somebody of the desk did. */
export function draftSteps(story: TicketStory, { found, said }: ReplyFacts): DraftSteps {
  const steps: DraftStep[] = [];
  let scene = emptyScene;
  let before = story.startedAt;
  let lastHeard = story.startedAt;
  let replies = 0;
  for (const turn of story.turns) {
    if (isHeard(turn)) {
      scene = withTurn(scene, turn, turn.at - before);
      lastHeard = turn.at;
      continue;
    }
    const reply = turn.type === 'replied' ? replies : null;
    if (reply !== null) replies += 1;
    if (steps.length === MOST_STEPS) continue;
    const own = reply === null ? null : (said[reply] ?? null);
    const facts = reply === null ? [] : (found[reply] ?? []);
    steps.push({
      id: `step-${steps.length + 1}`,
      scene: isEmpty(scene) ? { ...emptyScene, after: turn.at - before } : scene,
      deed: turn,
      took: Math.max(0, turn.at - Math.max(before, lastHeard)),
      said: own,
      scored: turn.type === 'replied' ? scoredFacts(facts, own) : scoredFields(turn),
    });
    scene = emptyScene;
    before = turn.at;
  }
  return { steps: withSomething(steps), rest: scene };
}

function isHeard(turn: StoryTurn): turn is Heard {
  return turn.type === 'heard' || turn.type === 'noted';
}

const emptyScene: Scene = { heard: [], noted: [], files: [], after: 0 };

function isEmpty({ heard, noted, files }: Scene): boolean {
  return heard.length + noted.length + files.length === 0;
}

function withTurn(scene: Scene, { type, text, files }: Heard, after: number): Scene {
  const told = text.trim() === '' ? [] : [text];
  return {
    heard: type === 'heard' ? [...scene.heard, ...told] : scene.heard,
    noted: type === 'noted' ? [...scene.noted, ...told] : scene.noted,
    files: [...new Set([...scene.files, ...files])],
    after,
  };
}

function scoredFacts(found: readonly string[], said: SaidFact | null): readonly Scored[] {
  const known = found.flatMap((name) => {
    const section = sectionOf(name);
    return section === null ? [] : [{ name, section, weight: 2 }];
  });
  return said === null
    ? known
    : [...known, { name: said.id, section: 'route', weight: SAID_WEIGHT }];
}

function scoredFields({ fields }: Acted): readonly Scored[] {
  return fields.map(({ name, isExact }) => {
    return { name, section: isExact ? 'route' : 'record', weight: OWN_WEIGHT };
  });
}

/** Where nothing of the real replies was recognised a greeting is asked for: something has to count. */
function withSomething(steps: readonly DraftStep[]): readonly DraftStep[] {
  if (steps.some(({ scored }) => scored.length > 0)) return steps;
  const first = steps.findIndex(({ deed }) => deed.type === 'replied');
  return steps.map((step, index) => {
    return index === first
      ? { ...step, scored: [{ name: 'greeting', section: 'language', weight: 1 }] }
      : step;
  });
}
