import { sumOf } from '../../domain/work/decide-spend.ts';
import { type SpendRow, type TimeRow, WorkReader } from '../../store/work/work-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { type DayPeriod, momentsOf } from './work-period.ts';

/** Whose time is wanted; null does not narrow. */
export interface TimeQuestion extends DayPeriod {
  readonly personId: string | null;
  readonly customerId: string | null;
}

export interface SpentTimes {
  readonly items: readonly TimeRow[];
  /** The most first. */
  readonly customers: readonly {
    readonly customer: string | null;
    readonly customerId: string | null;
    readonly seconds: number;
  }[];
  readonly seconds: number;
}

/** Working time of some days: every entry, and what each customer took. */
export function listTimes(desk: Desk, question: TimeQuestion): SpentTimes {
  const { personId, customerId } = question;
  const selection = { ...momentsOf(desk, question), personId, customerId };
  const items = new WorkReader(desk.store.sql).times(selection);
  const byCustomer = Map.groupBy(items, (item) => item.customerId);
  const customers = [...byCustomer.values()].map((own) => ({
    customer: own[0]?.customer ?? null,
    customerId: own[0]?.customerId ?? null,
    seconds: secondsOf(own),
  }));
  const ordered = customers.toSorted((a, b) => b.seconds - a.seconds);
  return { items, customers: ordered, seconds: secondsOf(items) };
}

function secondsOf(items: readonly TimeRow[]): number {
  return Math.round(items.reduce((sum, { ms }) => sum + ms, 0) / 1000);
}

export interface SpentMoney {
  readonly items: readonly SpendRow[];
  readonly sums: readonly { readonly currency: string; readonly sum: number }[];
}

/** Money of some days, with the sum in each currency. */
export function listSpends(desk: Desk, period: DayPeriod): SpentMoney {
  const selection = { ...momentsOf(desk, period), personId: null, customerId: null };
  const items = new WorkReader(desk.store.sql).spends(selection);
  const byCurrency = Map.groupBy(items, ({ currency }) => currency);
  const sums = [...byCurrency].map(([currency, own]) => ({ currency, sum: sumOf(own) }));
  return { items, sums };
}
