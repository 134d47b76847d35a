import type { Desk } from '../app/desk/desk.ts';
import { figureReaders } from '../domain/figure/figure-readers.ts';
import { refusal } from '../domain/refusal.ts';
import { RefusedError } from './refused.ts';

/** Refuses whoever reads no figures at all: a trainee sees the own training only. */
export function mustReadReports({ me }: Desk): void {
  if (figureReaders(me).length > 0) return;
  throw new RefusedError(refusal('reports-not-yours'), null);
}
