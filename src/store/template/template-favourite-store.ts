import type { Sql } from '../sql.ts';

/** A template that a person keeps at hand under a digit. */
export interface FavouriteTemplate {
  /** 1 to 9: the digit that takes it. */
  readonly place: number;
  readonly templateId: string;
}

/** The digits there are. */
const FAVOURITE_PLACES = 9;

/** What each person of this workstation keeps under the digits 1 to 9. */
export class TemplateFavouriteStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The favourites of a person by their places. */
  of(personId: string): readonly FavouriteTemplate[] {
    const text = `SELECT place, template_id AS templateId FROM template_favourite
      WHERE person_id = ? ORDER BY place`;
    return this.#sql.all<FavouriteTemplate>(text, personId);
  }

  /** Puts a template at the first free place; null when all places are taken. */
  add(personId: string, templateId: string): number | null {
    return this.#sql.transact(() => {
      const taken = this.of(personId);
      const known = taken.find((one) => one.templateId === templateId);
      if (known) return known.place;
      const places = Array.from({ length: FAVOURITE_PLACES }, (_, i) => i + 1);
      const free = places.find((place) => taken.every((one) => one.place !== place));
      if (free === undefined) return null;
      this.#sql.run('INSERT INTO template_favourite VALUES (?, ?, ?)', personId, free, templateId);
      return free;
    });
  }

  /** Gives a place up; the others stay where they are. False when the template had none. */
  remove(personId: string, templateId: string): boolean {
    const text = 'DELETE FROM template_favourite WHERE person_id = ? AND template_id = ?';
    return this.#sql.run(text, personId, templateId).changes > 0;
  }
}
