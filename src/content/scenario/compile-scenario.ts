import { sha256 } from '../../util/sha256.ts';
import { expandItems, ITEMS } from './expand-items.ts';
import type { Scenario, Step } from './scenario.ts';
import type { WrittenScenario } from './scenario-schema.ts';

/** What was written, as it is played. */
export function compileScenario(written: WrittenScenario, source: string): Scenario {
  const { format: _, draft, modes, clock, sections, steps, start, ...rest } = written;
  const {
    items: _items,
    draw: _draw,
    fields: _fields,
    next: _next,
    itemTime: _time,
    ...kept
  } = rest;
  const expanded = expandItems(written);
  const all = new Map<string, Step>(expanded.steps);
  for (const [id, step] of steps) all.set(id, { id, ...step });
  return {
    ...kept,
    isDraft: draft,
    speed: { practice: modes.practice.speed, exam: modes.exam.speed },
    clock,
    sections: Object.entries(sections).map(([id, max]) => ({ id, max })),
    vars: new Map([...written.vars, ...expanded.vars]),
    start: start ?? (expanded.items === null ? ([...steps.keys()][0] ?? '') : ITEMS),
    steps: all,
    items: expanded.items,
    source,
    hash: sha256(source),
  };
}
