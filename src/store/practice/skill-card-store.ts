import type { Sql } from '../sql.ts';

/** How well somebody holds a skill; `card` is what its writer made of it. */
export interface StoredSkillCard {
  readonly skill: string;
  readonly card: string;
}

/** Keeps what is remembered of the skills of people. */
export class SkillCardStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** By the name of the skill. */
  of(personId: string): readonly StoredSkillCard[] {
    const text = 'SELECT skill, card FROM skill_card WHERE person_id = ? ORDER BY skill';
    return this.#sql.all<StoredSkillCard>(text, personId);
  }

  save(personId: string, cards: readonly StoredSkillCard[]): void {
    this.#sql.transact(() => {
      for (const { skill, card } of cards) {
        this.#sql.run('INSERT OR REPLACE INTO skill_card VALUES (?, ?, ?)', personId, skill, card);
      }
    });
  }
}
