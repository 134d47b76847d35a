import type { Channel } from '../vocabulary.ts';
import type { FinishedRun, LessonDone } from './practice-record.ts';

/** What somebody wants of a practice record. Ids of new things travel with the command. */
export type PracticeCommand =
  | { readonly type: 'record-run'; readonly run: FinishedRun }
  | { readonly type: 'finish-lesson'; readonly lesson: Omit<LessonDone, 'at'> }
  | {
      readonly type: 'dispute-mark';
      readonly runId: string;
      readonly markId: string;
      readonly text: string;
    }
  | {
      readonly type: 'override-mark';
      readonly runId: string;
      readonly markId: string;
      readonly isFound: boolean;
      readonly reason: string;
    }
  | {
      readonly type: 'comment-run';
      readonly commentId: string;
      readonly runId: string;
      /** Line of the transcript; null for the whole run. */
      readonly line: number | null;
      readonly text: string;
    }
  | {
      readonly type: 'judge-run';
      readonly runId: string;
      readonly isPassed: boolean;
      readonly reason: string;
    }
  | { readonly type: 'allow-retake'; readonly scenarioId: string; readonly reason: string }
  | {
      readonly type: 'sign-off';
      readonly channel: Channel;
      /** Exams that the path asks for before this channel. */
      readonly scenarioIds: readonly string[];
      readonly isOverride: boolean;
      readonly reason: string;
    }
  | { readonly type: 'withdraw-sign-off'; readonly channel: Channel; readonly reason: string }
  | {
      readonly type: 'attest';
      readonly attestationId: string;
      readonly title: string;
      /** Exams that the path asks for. */
      readonly scenarioIds: readonly string[];
      /** Quizzes that it asks for. */
      readonly quizIds: readonly string[];
      /** Percent of right answers that is enough in each. */
      readonly quizPass: number;
      /** How long it holds. */
      readonly months: number;
    };
