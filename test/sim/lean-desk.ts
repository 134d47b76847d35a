import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDesk } from '../../src/app/desk/close-desk.ts';
import type { Desk } from '../../src/app/desk/desk.ts';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { indexArticleBy } from '../../src/app/search/index-article.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings } from '../../src/config/settings.ts';
import type { Person } from '../../src/domain/person.ts';
import { toIndexTokens } from '../../src/search/index-text.ts';
import { createStemmer } from '../../src/search/word.ts';
import type { ServerRules } from '../../src/server/core/server-rules.ts';
import { loadRules } from '../../src/server/rules/load-rules.ts';
import { ArticleStore } from '../../src/store/article/article-store.ts';
import { ChoiceStore } from '../../src/store/article/choice-store.ts';
import { MeaningStore } from '../../src/store/article/meaning-store.ts';
import { AttachmentStore } from '../../src/store/attachment/attachment-store.ts';
import { DeliveryStore } from '../../src/store/delivery/delivery-store.ts';
import { DraftStore } from '../../src/store/draft/draft-store.ts';
import { LetterStore } from '../../src/store/letter/letter-store.ts';
import { MetaStore } from '../../src/store/meta-store.ts';
import { openMemory } from '../../src/store/open-memory.ts';
import { OutboxReader } from '../../src/store/outbox/outbox-reader.ts';
import { PeopleTransactor } from '../../src/store/people/people-transactor.ts';
import { PracticeRecordStore } from '../../src/store/practice-record/practice-record-store.ts';
import { QueueReader } from '../../src/store/queue/queue-reader.ts';
import { ShiftStore } from '../../src/store/shift/shift-store.ts';
import type { Sql } from '../../src/store/sql.ts';
import { TicketTransactor } from '../../src/store/ticket/ticket-transactor.ts';
import type { Clock } from '../../src/util/clock.ts';
import type { MakeId } from '../../src/util/id.ts';
import { countedIds, someWednesday } from '../support/desk.ts';
import { emptyServerStore } from './open-server.ts';

const stemmer = createStemmer();
const indexText = (text: string) => toIndexTokens(text, stemmer);

/** What every desk of the simulator has in common, made once for a process. */
export interface Ground {
  /** A desk whose rules, settings and folders the others work by. */
  readonly desk: Desk;
  /** An empty store, migrated: opening a copy of it costs half a millisecond. */
  readonly emptyStore: Buffer;
  readonly emptyServer: Buffer;
  readonly rules: ServerRules;
  end(): void;
}

/** Reads the shipped rules and makes the empty store that all others are copies of. */
export async function layGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'smena-sim-'));
  const desk = await openDesk({
    paths: resolvePaths({}, join(import.meta.dirname, '../..'), folder),
    settings: defaultSettings,
    language: 'ru',
    clock: { now: () => someWednesday },
    makeId: countedIds('ground'),
    seat: { login: 'nobody', name: 'Никто', role: 'engineer', line: '2' },
  });
  const empty = openMemory();
  const emptyStore = empty.driver.serialize();
  empty.close();
  const emptyServer = await emptyServerStore();
  const end = () => {
    closeDesk(desk);
    rmSync(folder, { recursive: true, force: true });
  };
  const rules = loadRules(desk.paths.content);
  return { desk, emptyStore, emptyServer, rules, end };
}

/** Who sits at a lean desk, on what, and by which clock. */
export interface LeanSeat {
  readonly sql: Sql;
  readonly me: Person;
  readonly device: string;
  /** For its files. */
  readonly folder: string;
  readonly clock: Clock;
  readonly makeId: MakeId;
}

/** A whole desk over a store that is open already, without reading anything from the disk. */
export function leanDesk(ground: Ground, seat: LeanSeat): Desk {
  const { sql, me, device, folder, clock, makeId } = seat;
  const store = { sql, path: sql.path, indexText, close: () => sql.close() };
  const { config, settings, language } = ground.desk;
  const paths = {
    ...ground.desk.paths,
    dataFolder: folder,
    attachments: join(folder, 'attachments'),
  };
  return {
    ...{ paths, settings, config, language, me, clock, makeId, device, store },
    reload: async () => false,
    tickets: new TicketTransactor(store),
    queues: new QueueReader(sql),
    shifts: new ShiftStore(store),
    practiceRecords: new PracticeRecordStore(sql),
    people: new PeopleTransactor(sql),
    drafts: new DraftStore(sql),
    deliveries: new DeliveryStore(sql),
    letters: new LetterStore(sql),
    outbox: new OutboxReader(sql),
    meta: new MetaStore(sql),
    articles: new ArticleStore(sql, indexArticleBy(stemmer)),
    meanings: new MeaningStore(sql),
    choices: new ChoiceStore(sql),
    attachments: new AttachmentStore(paths.attachments),
  };
}
