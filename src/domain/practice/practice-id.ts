const ID = /^practice\/(.+)$/s;

/** The id of somebody's practice record: it follows from the person, so that nobody has to open one. */
export function practiceId(personId: string): string {
  return `practice/${personId}`;
}

/** Whose record an id is; null when it is none. */
export function personOfPractice(id: string): string | null {
  return ID.exec(id)?.[1] ?? null;
}
