import type { Asset, Contact, Customer, Person } from '../domain/person.ts';

/** A record of the desk as it stands: who works here, who is served. */
export type WireRecord =
  | { readonly type: 'person'; readonly person: Person }
  | { readonly type: 'customer'; readonly customer: Customer }
  | { readonly type: 'contact'; readonly contact: Contact }
  | { readonly type: 'asset'; readonly asset: Asset };
