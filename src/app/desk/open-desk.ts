import { hostname } from 'node:os';
import type { Paths } from '../../config/paths.ts';
import type { Settings } from '../../config/settings.ts';
import type { Person } from '../../domain/person.ts';
import type { Language, Role } from '../../domain/vocabulary.ts';
import { toIndexTokens } from '../../search/index-text.ts';
import { createStemmer } from '../../search/word.ts';
import { ArticleStore } from '../../store/article/article-store.ts';
import { ChoiceStore } from '../../store/article/choice-store.ts';
import { MeaningStore } from '../../store/article/meaning-store.ts';
import { AttachmentStore } from '../../store/attachment/attachment-store.ts';
import { DeliveryStore } from '../../store/delivery/delivery-store.ts';
import { DraftStore } from '../../store/draft/draft-store.ts';
import { LetterStore } from '../../store/letter/letter-store.ts';
import { MetaStore } from '../../store/meta-store.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { OutboxReader } from '../../store/outbox/outbox-reader.ts';
import { PeopleTransactor } from '../../store/people/people-transactor.ts';
import { PracticeRecordStore } from '../../store/practice-record/practice-record-store.ts';
import { QueueReader } from '../../store/queue/queue-reader.ts';
import { ShiftStore } from '../../store/shift/shift-store.ts';
import { MembershipStore } from '../../store/sync/membership-store.ts';
import { TicketTransactor } from '../../store/ticket/ticket-transactor.ts';
import type { Clock } from '../../util/clock.ts';
import type { MakeId } from '../../util/id.ts';
import { UserError } from '../../util/user-error.ts';
import { indexArticleBy } from '../search/index-article.ts';
import { followRules } from '../sla/follow-rules.ts';
import type { Desk } from './desk.ts';
import { DeskRules } from './desk-rules.ts';
import { recordOp } from './record-op.ts';
import { workByZones } from './zone-memory.ts';

/** Who sits down at the desk when nobody has said so: the user of the system, second line. */
export interface Seat {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly line: string;
  /** Named for this call: a store of a server has one person and takes no other. */
  readonly isAsked?: boolean | undefined;
}

export interface OpenDeskOptions {
  readonly paths: Paths;
  readonly settings: Settings;
  readonly language: Language;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly seat: Seat;
  /** Opens the desk even when its pack cannot be read, for who puts another one in force. */
  readonly isMending?: boolean | undefined;
}

/** Opens the store and the desk pack and seats the person. Throws UserErrors with plain codes. */
export async function openDesk(options: OpenDeskOptions): Promise<Desk> {
  const { paths, settings, language, clock, makeId } = options;
  // One stemmer for the whole session: texts repeat their words, and a stem costs microseconds.
  const stemmer = createStemmer();
  const indexText = (text: string) => toIndexTokens(text, stemmer);
  const store = openStore({ path: paths.store, indexText });
  const rules = await rulesOf(options, store);
  const people = new PeopleTransactor(store.sql);
  const meta = new MetaStore(store.sql);
  const device = deviceOf(meta, makeId);
  const me = memberOf(store, people, options) ?? seatPerson(people, options, device);
  workByZones(paths, rules.config, clock);
  followRules({ config: rules.config, store, meta });
  return {
    ...{ paths, settings, language, me, clock, makeId, device, store },
    get config() {
      return rules.config;
    },
    reload: () => rules.reload(),
    tickets: new TicketTransactor(store),
    queues: new QueueReader(store.sql),
    shifts: new ShiftStore(store),
    practiceRecords: new PracticeRecordStore(store.sql),
    people,
    drafts: new DraftStore(store.sql),
    deliveries: new DeliveryStore(store.sql),
    letters: new LetterStore(store.sql),
    outbox: new OutboxReader(store.sql),
    meta,
    articles: new ArticleStore(store.sql, indexArticleBy(stemmer)),
    meanings: new MeaningStore(store.sql),
    choices: new ChoiceStore(store.sql),
    attachments: new AttachmentStore(paths.attachments),
  };
}

/** A store without rules to work by is not left open. */
async function rulesOf(
  { paths, isMending = false }: OpenDeskOptions,
  store: Store,
): Promise<DeskRules> {
  try {
    return await DeskRules.open(paths, store.sql, isMending);
  } catch (error) {
    store.close();
    throw error;
  }
}

function deviceOf(meta: MetaStore, makeId: MakeId): string {
  const known = meta.get('device');
  if (known) return known;
  const tail = makeId().slice(-4);
  const device = `${hostname().split('.')[0] ?? 'desk'}-${tail}`.toLowerCase();
  meta.set('device', device);
  return device;
}

/** Whoever logged in to a server works here, whatever the user of the system is called. */
function memberOf(
  store: Store,
  people: PeopleTransactor,
  { seat }: OpenDeskOptions,
): Person | null {
  const member = new MembershipStore(store.sql).read();
  if (member === null) return null;
  if (!seat.isAsked) return people.person(member.personId);
  store.close();
  throw new UserError('as-on-server', {});
}

function seatPerson(people: PeopleTransactor, options: OpenDeskOptions, device: string): Person {
  const { seat, clock, makeId } = options;
  const known = people.findPerson(seat.login);
  if (known) return known;
  const person: Person = {
    id: makeId(),
    login: seat.login,
    name: seat.name,
    role: seat.role,
    line: seat.line,
    gender: null,
    isDemo: false,
  };
  const op = recordOp({ type: 'save-person', person }, { device, clock, makeId, byId: person.id });
  people.savePerson(person, op);
  return person;
}
