import type {
  Attestation,
  ChannelSignOff,
  FactDispute,
  FactOverride,
  FinishedRun,
  LessonDone,
  Retake,
  RunComment,
} from './practice-record.ts';

type Unsigned<Item> = Omit<Item, 'byId' | 'at'>;

/** What happened to a practice record. The list of events is the audit trail. */
export type PracticeFact =
  | { readonly type: 'run-recorded'; readonly run: FinishedRun; readonly isRepeated: boolean }
  | { readonly type: 'lesson-finished'; readonly lesson: Omit<LessonDone, 'at'> }
  | { readonly type: 'mark-disputed'; readonly dispute: Omit<FactDispute, 'at'> }
  | { readonly type: 'mark-overridden'; readonly override: Unsigned<FactOverride> }
  | { readonly type: 'run-commented'; readonly comment: Unsigned<RunComment> }
  | {
      readonly type: 'run-judged';
      readonly runId: string;
      readonly isPassed: boolean;
      readonly reason: string;
    }
  | {
      readonly type: 'retake-allowed';
      readonly retake: Omit<Unsigned<Retake>, 'usedByRunId'>;
    }
  | { readonly type: 'channel-signed-off'; readonly signOff: Unsigned<ChannelSignOff> }
  | { readonly type: 'attested'; readonly attestation: Unsigned<Attestation> };

/** A fact with its identity: id = op id and index, so that every store decides the same events. */
export interface PracticeEvent {
  readonly id: string;
  readonly opId: string;
  readonly practiceId: string;
  readonly at: number;
  readonly byId: string;
  readonly device: string;
  readonly fact: PracticeFact;
}
