import type { RevisedText, RevisionCommand } from '../../src/domain/article-command.ts';
import type { ArticleEvent } from '../../src/domain/article-event.ts';
import {
  type ArticleRecord,
  emptyRecord,
  publishedVersion,
} from '../../src/domain/article-record.ts';
import { decideArticle } from '../../src/domain/decide-article.ts';
import type { DecideArticleContext } from '../../src/domain/decide-review.ts';
import { evolveArticle } from '../../src/domain/evolve-article.ts';
import type { Person } from '../../src/domain/person.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import { someWednesday } from './desk.ts';
import { somebody } from './domain.ts';

/** The people of a desk with three lines and a head. */
export const crew = {
  anya: somebody({ id: 'anya', login: 'anya', line: '2' }),
  boris: somebody({ id: 'boris', login: 'boris', line: '2' }),
  vera: somebody({ id: 'vera', login: 'vera', line: '3' }),
  gleb: somebody({ id: 'gleb', login: 'gleb', line: '1' }),
  dina: somebody({ id: 'dina', login: 'dina', role: 'head', line: '1' }),
  hire: somebody({ id: 'hire', login: 'hire', role: 'hire', line: '2' }),
} as const;

/** Runs commands on one article in memory, as a store would. An instruction of line 2 by itself. */
export class ArticleInMemory {
  readonly events: ArticleEvent[] = [];
  people: readonly Person[] = Object.values(crew);
  file: DecideArticleContext['file'] = null;
  about = { title: 'Очередь печати', kind: 'instruction', owner: 'line-2' };
  record: ArticleRecord = emptyRecord;
  #ops = 0;

  /** The code of the refusal, or 'ok'. */
  tries(command: RevisionCommand, actor: Person = crew.anya): RefusalCode | 'ok' {
    this.#ops += 1;
    const decided = decideArticle(command, this.record, {
      now: someWednesday + this.#ops,
      today: '2026-11-18',
      actor,
      device: 'test',
      opId: `op${this.#ops}`,
      entityId: 'article/printer.ru',
      people: this.people,
      file: this.file,
    });
    if (!decided.ok) return decided.problem.code;
    this.events.push(...decided.value);
    this.record = decided.value.reduce(evolveArticle, this.record);
    return 'ok';
  }

  /** A text over what readers see now. */
  text(text: string, more: Partial<RevisedText> = {}): RevisedText {
    const base = {
      baseVersion: publishedVersion(this.record)?.version ?? null,
      baseHash: this.file?.hash ?? null,
    };
    return { text, hash: `hash of ${text}`, about: this.about, ...base, ...more };
  }

  saves(text: string, actor: Person = crew.anya, more: Partial<RevisedText> = {}) {
    const command = { type: 'save-draft', note: '', ticketId: null } as const;
    return this.tries({ ...command, ...this.text(text, more) }, actor);
  }

  submits(actor: Person = crew.anya, version: number | null = null) {
    return this.tries({ type: 'submit', version }, actor);
  }

  accepts(actor: Person = crew.boris, note = '', version: number | null = null) {
    return this.tries({ type: 'accept', version, note }, actor);
  }

  /** A text that went the whole way: by one person of the second line, accepted by another. */
  publishes(text: string): void {
    for (const answer of [this.saves(text), this.submits(), this.accepts()]) {
      if (answer !== 'ok') throw new Error(`not published: ${answer}`);
    }
  }

  /** The states of all versions, the first first. */
  get states(): string {
    return this.record.versions.map(({ state }) => state).join(' ');
  }
}
