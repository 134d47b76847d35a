import type { Status } from '../../../domain/vocabulary.ts';
import type { Discrepancy } from '../../../store/sync/tray-store.ts';
import type { Desk } from '../../desk/desk.ts';

/** What a command would have done, in the terms of the desk; absent parts were not asked for. */
export interface Intent {
  readonly command: string;
  readonly status?: Status | undefined;
  /** Name of the person it would have gone to; '' for nobody. */
  readonly person?: string | undefined;
  readonly line?: string | undefined;
  readonly priority?: string | undefined;
  readonly subject?: string | undefined;
  /** A time that was given, epoch ms. */
  readonly promisedAt?: number | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly files?: readonly string[] | undefined;
}

/** What somebody intended with the command of a discrepancy. */
export function intentOf(desk: Desk, { command, mine }: Discrepancy): Intent {
  if (mine === null) return { command };
  switch (mine.type) {
    case 'assign':
      return { command, person: nameOf(desk, mine.personId) };
    case 'set-status':
      return { command, status: mine.status };
    case 'schedule':
      return { command, promisedAt: mine.until };
    case 'set-fields': {
      const { subject, priority, line } = mine.fields;
      return { command, subject, priority, line };
    }
    case 'tag': {
      const signed = [...mine.add.map((tag) => `+${tag}`), ...mine.remove.map((tag) => `-${tag}`)];
      return { command, tags: signed };
    }
    case 'promise':
      return { command, promisedAt: mine.promise.dueAt };
    case 'log-call':
      return { command, promisedAt: mine.promise?.dueAt };
    case 'reply':
    case 'ask-review': {
      const files = mine.attachments.map(({ name }) => name);
      return { command, status: mine.status ?? undefined, promisedAt: mine.promise?.dueAt, files };
    }
    case 'note':
      return { command, status: mine.status ?? undefined };
    case 'register':
      return { command, subject: mine.subject, priority: mine.priority, line: mine.line };
    case 'escalate':
      return { command, line: mine.line };
    default:
      return { command };
  }
}

function nameOf(desk: Desk, personId: string | null): string {
  return personId === null ? '' : (desk.people.person(personId)?.name ?? '');
}
