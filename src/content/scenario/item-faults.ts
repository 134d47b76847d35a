import type { ContentPath } from '../content-problem.ts';
import { itemStepId } from './expand-items.ts';
import type { ScenarioProblem, ScenarioProblemCode } from './scenario-problem.ts';
import type { WrittenScenario } from './scenario-schema.ts';

/** Something that makes no sense together in the items of a sprint or quiz, where it is written. */
export interface ItemFault extends Pick<ScenarioProblem, 'params'> {
  readonly path: ContentPath;
  readonly code: ScenarioProblemCode;
}

type Written = Pick<WrittenScenario, 'items' | 'draw' | 'fields' | 'next' | 'steps' | 'kind'>;

/** What is wrong with the items of a sprint or quiz. */
export function itemFaults(written: Written): readonly ItemFault[] {
  const { items, draw, next, steps, kind } = written;
  if (items.length === 0) {
    const isEmpty = steps.size === 0;
    return isEmpty ? [{ path: ['kind'], code: 'items-needed', params: { value: kind } }] : [];
  }
  const count = items.length;
  const isTooMany = draw !== null && draw > count;
  return [
    ...(isTooMany ? [fault(['draw'], 'draw-too-many', { value: draw, count })] : []),
    ...(next === null ? [fault(['items'], 'items-next')] : []),
    ...(next !== null && !steps.has(next)
      ? [
          fault(['next'], 'name-unknown', {
            value: next,
            list: 'steps',
            known: [...steps.keys()].join(', '),
          }),
        ]
      : []),
    ...items.flatMap((_, index) => oneFaults(index, written)),
  ];
}

function oneFaults(index: number, { items, fields, steps }: Written): readonly ItemFault[] {
  const item = items[index];
  if (item === undefined) return [];
  const at: ContentPath = ['items', index];
  const id = itemStepId(item, index);
  const isTaken =
    steps.has(id) || items.findIndex((one, place) => itemStepId(one, place) === id) < index;
  const isEmpty = item.expect.length === 0 && item.answers.size === 0;
  const unknown = [...item.answers.keys()].filter((name) => !fields.has(name));
  const known = [...fields.keys()].join(', ') || '—';
  return [
    ...(isTaken ? [fault([...at, 'id'], 'items-step', { value: id })] : []),
    ...(isEmpty ? [fault(at, 'item-empty')] : []),
    ...unknown.map((value) => {
      return fault([...at, 'answers', value], 'name-unknown', { value, list: 'fields', known });
    }),
    ...[...item.answers].flatMap(([name, values]) => {
      const offered = fields.get(name)?.options.map((one) => one.value) ?? [];
      const strange = offered.length > 0 ? values.filter((one) => !offered.includes(one)) : [];
      return strange.map((value) => {
        return fault([...at, 'answers', name], 'field-not-offered', {
          value,
          known: offered.join(', '),
        });
      });
    }),
  ];
}

function fault(
  path: ContentPath,
  code: ScenarioProblemCode,
  params: ItemFault['params'] = {},
): ItemFault {
  return { path, code, params };
}
