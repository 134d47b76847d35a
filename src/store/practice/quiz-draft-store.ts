import type { Sql } from '../sql.ts';

/** Keeps quizzes that somebody has begun; the text is what its writer made of one. */
export class QuizDraftStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** What was begun of an item of the path; null when nothing was. */
  of(personId: string, itemId: string): string | null {
    const text = 'SELECT text FROM quiz_draft WHERE person_id = ? AND item_id = ?';
    return this.#sql.get<{ text: string }>(text, personId, itemId)?.text ?? null;
  }

  save(personId: string, itemId: string, text: string): void {
    this.#sql.run('INSERT OR REPLACE INTO quiz_draft VALUES (?, ?, ?)', personId, itemId, text);
  }

  drop(personId: string, itemId: string): void {
    this.#sql.run('DELETE FROM quiz_draft WHERE person_id = ? AND item_id = ?', personId, itemId);
  }
}
