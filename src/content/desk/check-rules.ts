import type { Item, Review } from './review.ts';

type Field = NonNullable<Item<'kinds'>['fields']>[number];

/** Fields that can be filled, a matrix of the right size, ladders that come to an end. */
export function checkRules(review: Review): void {
  for (const [index, { fields }] of review.items('kinds')) checkFields(review, index, fields ?? []);
  checkMatrix(review);
  checkLadders(review);
  checkRenames(review);
  checkPermissions(review);
}

function checkFields(review: Review, index: number, fields: readonly Field[]): void {
  for (const [at, field] of fields.entries()) {
    const path = [index, 'fields', at];
    const { code, choices } = field;
    if (fields.findIndex((one) => one.code === code) < at) {
      review.note('kinds', [...path, 'code'], 'code-twice', { value: code });
    }
    if (field.type === 'choice' && choices.length === 0) {
      review.note('kinds', path, 'field-choices-missing', { value: code });
    }
    if (field.type !== 'choice' && choices.length > 0) {
      review.note('kinds', [...path, 'choices'], 'field-choices-unused', { value: field.type });
    }
    checkCondition(review, [...path, 'when'], field, fields);
  }
}

function checkCondition(
  review: Review,
  path: readonly (string | number)[],
  { code, when }: Field,
  fields: readonly Field[],
): void {
  if (when === null) return;
  const other = fields.find((field) => field.code === when.field);
  if (other === undefined || other.code === code) {
    const known = fields.map((field) => field.code).filter((one) => one !== code);
    review.note('kinds', [...path, 'field'], 'field-condition-unknown', {
      value: when.field,
      known: known.join(', ') || '—',
    });
    return;
  }
  const possible = { choice: other.choices.map((choice) => choice.code), 'yes-no': ['yes', 'no'] };
  const known = possible[other.type as keyof typeof possible];
  if (known === undefined) return;
  for (const [at, value] of when.is.entries()) {
    if (known.includes(value)) continue;
    review.note('kinds', [...path, 'is', at], 'field-condition-value', {
      value,
      known: known.join(', '),
    });
  }
}

function checkMatrix(review: Review): void {
  const { matrix } = review.values;
  if (!matrix) return;
  const { impacts, urgencies, table } = matrix;
  if (table.length !== impacts.length) {
    review.note('matrix', ['table'], 'matrix-rows', { least: impacts.length, value: table.length });
  }
  for (const [row, cells] of table.entries()) {
    if (cells.length !== urgencies.length) {
      const params = { least: urgencies.length, value: cells.length };
      review.note('matrix', ['table', row], 'matrix-columns', params);
    }
    for (const [column, priority] of cells.entries()) {
      review.refers('matrix', ['table', row, column], 'priorities', priority);
    }
  }
}

/** A ladder that leads back to itself is told once, at its first one, with the way round. */
function checkLadders(review: Review): void {
  const ladders = review.items('ladders');
  const told = new Set<string>();
  for (const [index, { code }] of ladders) {
    if (code === undefined || told.has(code)) continue;
    const way: string[] = [];
    let at: string | null | undefined = code;
    while (at && !way.includes(at)) {
      way.push(at);
      at = ladders.find(([, ladder]) => ladder.code === at)?.[1].next;
    }
    if (at !== code) continue;
    for (const one of way) told.add(one);
    review.note('ladders', [index, 'next'], 'ladder-cycle', { value: [...way, code].join(' → ') });
  }
}

function checkRenames(review: Review): void {
  const renames = review.desk.renames;
  if (renames === undefined) return;
  for (const part of ['lines', 'statuses', 'kinds'] as const) {
    const known = review.keysOf(part) ?? [];
    for (const [from, to] of Object.entries(renames[part] ?? {})) {
      if (known.includes(from)) {
        review.note('desk', ['renames', part, from], 'rename-kept', { value: from });
      }
      review.refers('desk', ['renames', part, from], part, to ?? null);
    }
  }
}

/** A desk that nobody may change could never be mended. */
function checkPermissions(review: Review): void {
  const { permissions } = review.values;
  if (permissions === undefined) return;
  const allowed = Object.values(permissions['change-desk'] ?? {});
  if (!allowed.includes('yes')) review.note('permissions', ['change-desk'], 'desk-locked');
}
