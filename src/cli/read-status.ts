import type { Desk } from '../app/desk/desk.ts';
import { type Status, statuses } from '../domain/vocabulary.ts';
import { foldText } from '../util/fold-text.ts';
import { oneOf } from './usage-error.ts';

/** A status by its code or by its name in either language: `waiting-customer`, «ждём клиента». */
export function readStatus(desk: Desk, text: string): Status {
  const wanted = fold(text);
  const named = desk.config.statuses.find((status) =>
    [status.code, status.name.ru, status.name.en].some((name) => fold(name) === wanted),
  );
  return named?.code ?? oneOf(text, statuses, '<status>');
}

function fold(text: string): string {
  return foldText(text).replaceAll(/[\s_]+/g, '-');
}
