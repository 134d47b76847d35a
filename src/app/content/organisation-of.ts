import type { DeskConfig } from '../../domain/desk-config.ts';
import type { Customer } from '../../domain/person.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyScope } from '../../render/variables.ts';

/** In whose name a customer is served: the company that the desk speaks for, else the desk. */
export function organisationOf(
  config: Pick<DeskConfig, 'name' | 'organisations'>,
  customer: Pick<Customer, 'name' | 'mailDomain'> | null,
  language: Language,
): ReplyScope['org'] {
  const names = [customer?.name, customer?.mailDomain].flatMap((name) =>
    name ? [name.trim().toLowerCase()] : [],
  );
  const found = config.organisations.find(({ customers }) =>
    customers.some((name) => names.includes(name.trim().toLowerCase())),
  );
  const { name, signature } = found ?? { name: config.name, signature: config.name };
  return { name: name[language], signature: signature[language] };
}
