import type { Paths } from '../../config/paths.ts';
import type { Settings } from '../../config/settings.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { Person } from '../../domain/person.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ArticleStore } from '../../store/article/article-store.ts';
import type { ChoiceStore } from '../../store/article/choice-store.ts';
import type { MeaningStore } from '../../store/article/meaning-store.ts';
import type { AttachmentStore } from '../../store/attachment/attachment-store.ts';
import type { DeliveryStore } from '../../store/delivery/delivery-store.ts';
import type { DraftStore } from '../../store/draft/draft-store.ts';
import type { LetterStore } from '../../store/letter/letter-store.ts';
import type { MetaStore } from '../../store/meta-store.ts';
import type { Store } from '../../store/open-store.ts';
import type { OutboxReader } from '../../store/outbox/outbox-reader.ts';
import type { PeopleTransactor } from '../../store/people/people-transactor.ts';
import type { PracticeRecordStore } from '../../store/practice-record/practice-record-store.ts';
import type { QueueReader } from '../../store/queue/queue-reader.ts';
import type { ShiftStore } from '../../store/shift/shift-store.ts';
import type { TicketTransactor } from '../../store/ticket/ticket-transactor.ts';
import type { Clock } from '../../util/clock.ts';
import type { MakeId } from '../../util/id.ts';

/**
 * Everything a use case needs, built once by `openDesk` and passed as the first argument. Screens
 * and commands hold it without looking inside.
 */
export interface Desk {
  readonly paths: Paths;
  readonly settings: Settings;
  /** The rules in force. */
  readonly config: DeskConfig;
  /** Follows rules that somebody else put in force; whether there were others. */
  reload(): Promise<boolean>;
  readonly language: Language;
  readonly me: Person;
  readonly clock: Clock;
  readonly makeId: MakeId;
  /** This workstation, in events and provisional numbers. */
  readonly device: string;
  readonly store: Store;
  readonly tickets: TicketTransactor;
  readonly queues: QueueReader;
  readonly shifts: ShiftStore;
  /** What the desk knows of everybody's learning; `isSignedOff` says who gets which channel. */
  readonly practiceRecords: PracticeRecordStore;
  readonly people: PeopleTransactor;
  readonly drafts: DraftStore;
  readonly deliveries: DeliveryStore;
  readonly letters: LetterStore;
  readonly outbox: OutboxReader;
  readonly meta: MetaStore;
  readonly articles: ArticleStore;
  readonly meanings: MeaningStore;
  readonly choices: ChoiceStore;
  readonly attachments: AttachmentStore;
}
