import type { Priority, Status } from '../../domain/vocabulary.ts';

const statusWords: Readonly<Record<string, Status>> = {
  new: 'new',
  новое: 'new',
  новый: 'new',
  новая: 'new',
  open: 'open',
  'in progress': 'open',
  открыто: 'open',
  открыта: 'open',
  открыт: 'open',
  'в работе': 'open',
  'waiting customer': 'waiting-customer',
  'waiting for customer': 'waiting-customer',
  pending: 'waiting-customer',
  'ждем клиента': 'waiting-customer',
  'ожидает клиента': 'waiting-customer',
  'ожидание клиента': 'waiting-customer',
  'waiting third party': 'waiting-third-party',
  'waiting for supplier': 'waiting-third-party',
  'ждем поставщика': 'waiting-third-party',
  'ожидание поставщика': 'waiting-third-party',
  scheduled: 'scheduled',
  'on hold': 'scheduled',
  отложено: 'scheduled',
  отложена: 'scheduled',
  отложен: 'scheduled',
  resolved: 'resolved',
  solved: 'resolved',
  решено: 'resolved',
  решена: 'resolved',
  решен: 'resolved',
  closed: 'closed',
  закрыто: 'closed',
  закрыта: 'closed',
  закрыт: 'closed',
};

const priorityWords: Readonly<Record<string, Priority>> = {
  критический: 'P1',
  критичный: 'P1',
  critical: 'P1',
  urgent: 'P1',
  высокий: 'P2',
  high: 'P2',
  средний: 'P3',
  обычный: 'P3',
  medium: 'P3',
  normal: 'P3',
  низкий: 'P4',
  low: 'P4',
};

const priorityCodes = ['P1', 'P2', 'P3', 'P4'] as const;

function word(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_-]+/g, ' ');
}

/** A status by its code or by its Russian or English name; null when it is none of them. */
export function readStatus(text: string): Status | null {
  const name = word(text);
  return Object.hasOwn(statusWords, name) ? (statusWords[name] ?? null) : null;
}

/** A priority: P1–P4 (the P in either alphabet), 1–4, or a word; null when it is none of them. */
export function readPriority(text: string): Priority | null {
  const name = word(text);
  const digit = /^[pр]? ?([1-4])$/.exec(name)?.[1];
  if (digit !== undefined) return priorityCodes[Number(digit) - 1] ?? null;
  return Object.hasOwn(priorityWords, name) ? (priorityWords[name] ?? null) : null;
}

/** Tags of a cell: split at commas, bars and spaces, without `#`, without repeats. */
export function readTags(text: string): string[] {
  const tags = text.split(/[,|\s]+/).map((tag) => tag.replace(/^#+/, ''));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
