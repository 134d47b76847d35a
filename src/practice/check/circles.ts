/** What a step leads to. */
export type NextOf = (step: string) => readonly string[];

/**
 * The steps in groups: those of one group lead to each other and back, and each group stands behind
 * all that it leads to. Without recursion, since a hostile file may be a chain of any length.
 */
export function groupsOf(steps: readonly string[], nextOf: NextOf): readonly (readonly string[])[] {
  const known = new Set(steps);
  const search = new GroupSearch((step) => nextOf(step).filter((to) => known.has(to)));
  for (const step of steps) search.from(step);
  return search.groups;
}

/** Tarjan's search for what is strongly connected. */
class GroupSearch {
  readonly groups: string[][] = [];
  readonly #nextOf: NextOf;
  readonly #number = new Map<string, number>();
  /** The earliest open step that each one leads back to. */
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #isOpen = new Set<string>();

  constructor(nextOf: NextOf) {
    this.#nextOf = nextOf;
  }

  from(first: string): void {
    const way = this.#number.has(first) ? [] : [this.#enter(first)];
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const to = top.next.pop();
      if (to === undefined) {
        way.pop();
        this.#leave(top.step, way.at(-1)?.step);
      } else if (!this.#number.has(to)) way.push(this.#enter(to));
      else if (this.#isOpen.has(to)) this.#lower(top.step, this.#number.get(to));
    }
  }

  #enter(step: string) {
    this.#number.set(step, this.#number.size);
    this.#low.set(step, this.#number.size - 1);
    this.#open.push(step);
    this.#isOpen.add(step);
    return { step, next: [...this.#nextOf(step)] };
  }

  #leave(step: string, above: string | undefined): void {
    if (above !== undefined) this.#lower(above, this.#low.get(step));
    if (this.#low.get(step) !== this.#number.get(step)) return;
    const group = this.#open.splice(this.#open.lastIndexOf(step));
    for (const one of group) this.#isOpen.delete(one);
    this.groups.push(group);
  }

  #lower(step: string, to = Number.POSITIVE_INFINITY): void {
    this.#low.set(step, Math.min(this.#low.get(step) ?? to, to));
  }
}

/** Everything that can be come to from some steps, themselves included. */
export function reachedFrom(steps: readonly string[], nextOf: NextOf): ReadonlySet<string> {
  const reached = new Set(steps);
  for (const step of reached) for (const to of nextOf(step)) reached.add(to);
  return reached;
}
