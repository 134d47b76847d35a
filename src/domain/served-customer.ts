import type { Customer } from './person.ts';

/** A customer as it is served: what a site does not say of itself holds as its company says it. */
export function servedCustomer(
  customer: Customer,
  companyOf: (id: string) => Customer | null,
): Customer {
  let served = customer;
  const seen = new Set([customer.id]);
  for (let id = customer.parentId; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const company = companyOf(id);
    if (!company) break;
    served = {
      ...served,
      level: served.level || company.level,
      timeZone: served.timeZone ?? company.timeZone,
      personalEngineerId: served.personalEngineerId ?? company.personalEngineerId,
      teamLeadId: served.teamLeadId ?? company.teamLeadId,
      team: served.team ?? company.team,
    };
    id = company.parentId;
  }
  return served;
}
