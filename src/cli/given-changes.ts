/** What an option says of a field: nothing (undefined), take it away (null), or a new value. */
type Asked<Target> = { readonly [Name in keyof Target]?: Target[Name] | null | undefined };

/** The changes that were asked for; what is taken away is there and undefined. */
export function givenChanges<Target>(asked: Asked<Target>): Partial<Target> {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  // Names and values come from one object, which the compiler cannot follow through its entries.
  return Object.fromEntries(
    given.map(([name, value]) => [name, value ?? undefined]),
  ) as Partial<Target>;
}
