import type { Role } from './vocabulary.ts';

/** What somebody may or may not do; whatever a desk's matrix does not allow is refused. */
export const permissions = [
  'see-live-queue',
  // Opening tickets and taking in what comes from outside: letters, imports, a wake-up.
  'register',
  'reply',
  'ask-through-line',
  'note',
  'set-priority',
  'transfer-up',
  'transfer-to-vendor',
  'close-unconfirmed',
  'take-third-return',
  'edit-article',
  'judge-alert',
  'change-alert-catalogue',
  'see-others-quality',
  'spend',
  'refuse-customer',
  'read-audit-log',
  'write-shift-report',
  'control-drill',
  'work-on-ticket',
  'assign-others',
  'accept-handover',
  'return-to-work',
  'grant-exception',
  'change-desk',
  'close-without-analysis',
  'merge-tickets',
  'message-many',
  // Saying what somebody's practice is worth: marks, exams, sign-offs.
  'judge-practice',
] as const;
export type Permission = (typeof permissions)[number];

/** Who stands in a column of the matrix: an engineer counts by line. */
export const rankings = [
  'hire',
  'engineer-1',
  'engineer-2',
  'engineer-3',
  'verifier',
  'lead',
  'team-lead',
  'head',
  'qa',
  'mentor',
  'admin',
  'connector',
  'read-only',
] as const;
export type Ranking = (typeof rankings)[number];

/** Limits that leave the person something else than the thing itself. */
export const lesserLimits = [
  'through-mentor',
  'read',
  'suggest',
  'propose',
  'add-item',
  'join',
  'observe',
] as const;

/**
 * Limits that a matrix may name. Conditions: `practice` demo tickets and those of a channel one is
 * signed off for, `line-flag` where the line talks to customers, `initial` while the ticket is new,
 * `with-reason`, `up-to-limit` of spending, `timeout` after the desk's own time without a word,
 * `own` tickets one is responsible for, `team`.
 */
export const limits = [
  'practice',
  'line-flag',
  'initial',
  'with-reason',
  'up-to-limit',
  'timeout',
  'own',
  'team',
  ...lesserLimits,
] as const;
export type Limit = (typeof limits)[number];

/** Allowed, allowed with a limit that has a name, or not at all. */
export type Allowance = 'yes' | 'no' | { readonly limit: Limit };

/** Who may do what at a desk. What stands nowhere is not allowed. */
export type PermissionMatrix = Readonly<
  Partial<Record<Permission, Readonly<Partial<Record<Ranking, Allowance>>>>>
>;

/** The column of a person: engineers of lines above the third count as the third. */
function rankingOf({ role, line }: { readonly role: Role; readonly line: string }): Ranking {
  if (role !== 'engineer') return role;
  if (line === '1') return 'engineer-1';
  return line === '2' ? 'engineer-2' : 'engineer-3';
}

/** What the matrix says of one thing and one person: denied unless it is allowed in words. */
export function allowanceOf(
  matrix: PermissionMatrix,
  permission: Permission,
  person: { readonly role: Role; readonly line: string },
): Allowance {
  return matrix[permission]?.[rankingOf(person)] ?? 'no';
}

/** Whether a limit leaves the person something else than the thing itself. */
export function isLesser(limit: Limit): boolean {
  return lesserLimits.some((lesser) => lesser === limit);
}

/** Who may do it, limits of a lesser kind aside. */
export function whoMay(matrix: PermissionMatrix, permission: Permission): readonly Ranking[] {
  return rankings.filter((ranking) => {
    const allowance = matrix[permission]?.[ranking] ?? 'no';
    if (ranking === 'connector' || allowance === 'no') return false;
    return allowance === 'yes' || !(isLesser(allowance.limit) || allowance.limit === 'practice');
  });
}
