/** A value of a column, the same for both kinds of database. */
export type DbValue = string | number | null;

/** One statement of a batch. */
export interface DbStatement {
  readonly text: string;
  readonly params: readonly DbValue[];
}

/**
 * The little that both kinds of database do alike: what is seldom written is written once over it.
 * Parameters are `?`; whole numbers come back as numbers.
 */
export interface Db {
  all<Row>(text: string, ...params: readonly DbValue[]): Promise<Row[]>;
  get<Row>(text: string, ...params: readonly DbValue[]): Promise<Row | undefined>;
  /** Changes rows; returns how many. */
  run(text: string, ...params: readonly DbValue[]): Promise<number>;
  /** Several changes in one transaction. */
  batch(statements: readonly DbStatement[]): Promise<void>;
}
