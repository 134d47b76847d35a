import type { FigureCode } from './figure.ts';
import type { CasesOf } from './figure-case.ts';
import {
  answeredCases,
  promiseCases,
  slaCases,
  unansweredCases,
  updateCases,
} from './norm-cases.ts';
import {
  accuracyCases,
  bouncedCases,
  escalatedCases,
  returnedCases,
  thirdReturnCases,
} from './passing-cases.ts';
import {
  fcrCases,
  firstLineCases,
  lineSolvedCases,
  oneTouchCases,
  proactiveCases,
  resolvedShareCases,
} from './solving-cases.ts';
import {
  firstResponseCases,
  handlingCases,
  leadTimeCases,
  outageCases,
  reactionCases,
  requesterWaitCases,
} from './time-cases.ts';
import {
  backlogCases,
  closedAtOnceCases,
  closedCases,
  netFlowCases,
  offTopicCases,
  requestCases,
  resolvedCases,
} from './volume-cases.ts';
import { customerTimeCases, loadCases, spendCases } from './work-cases.ts';

/** How each figure is counted that is counted from tickets. */
export const ticketFigures: Readonly<Partial<Record<FigureCode, CasesOf>>> = {
  requests: requestCases,
  closed: closedCases,
  resolved: resolvedCases,
  backlog: backlogCases,
  'net-flow': netFlowCases,
  'first-response': firstResponseCases,
  reaction: reactionCases,
  handling: handlingCases,
  'lead-time': leadTimeCases,
  'requester-wait': requesterWaitCases,
  'answered-in-norm': answeredCases,
  unanswered: unansweredCases,
  'sla-met': slaCases,
  fcr: fcrCases,
  'one-touch': oneTouchCases,
  'first-line-closed': firstLineCases,
  'resolved-share': resolvedShareCases,
  'solved-by-line': lineSolvedCases,
  escalated: escalatedCases,
  'escalation-accuracy': accuracyCases,
  returned: returnedCases,
  'third-returns': thirdReturnCases,
  bounced: bouncedCases,
  'promises-kept': promiseCases,
  'updates-kept': updateCases,
  load: loadCases,
  'closed-at-once': closedAtOnceCases,
  'off-topic': offTopicCases,
  'time-per-customer': customerTimeCases,
  'outage-duration': outageCases,
  proactive: proactiveCases,
  spend: spendCases,
};
