/** How a ticket stands to others. Every part is absent until it is first needed. */
export interface FamilyState {
  /** Stands for many tickets of one cause. */
  readonly isMassIncident?: boolean | undefined;
  /** The mass incident it belongs to. */
  readonly parentId?: string | undefined;
  /** Tickets that belong to this one, in the order they joined. */
  readonly childIds?: readonly string[] | undefined;
  /** Of a merged one: where its entries are read from now on. */
  readonly mergedIntoId?: string | undefined;
  /** Tickets whose entries are read in this one, those merged into them before among them. */
  readonly mergedFromIds?: readonly string[] | undefined;
  /** The ticket it was split from. */
  readonly splitFromId?: string | undefined;
  /** How often the customer was asked whether the solution holds, and when last (epoch ms). */
  readonly reminded?: { readonly times: number; readonly lastAt: number } | undefined;
}
