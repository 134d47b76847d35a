import type { FigureCode } from '../../domain/figure/figure.ts';

/** What a figure means: its definition, what stands above the line and what below it. */
export interface FigureWords {
  readonly name: string;
  readonly meaning: string;
  readonly above: string;
  readonly below: string;
}

const codes: Readonly<Record<FigureCode, FigureWords>> = {
  requests: {
    name: 'Requests',
    meaning:
      'Tickets registered in the period, of a line those that came to it. Automatic mail is left out.',
    above: 'tickets that came',
    below: 'the same',
  },
  closed: {
    name: 'Closed',
    meaning: 'Tickets closed in the period. One that was closed twice counts once.',
    above: 'tickets closed',
    below: 'the same',
  },
  resolved: {
    name: 'Solved',
    meaning: 'Tickets solved in the period. One that was solved twice counts once.',
    above: 'tickets solved',
    below: 'the same',
  },
  backlog: {
    name: 'Left open',
    meaning:
      'Tickets not solved at the end of the period, rebuilt from their events: what happened later changes nothing.',
    above: 'open tickets',
    below: 'the same',
  },
  'net-flow': {
    name: 'Growth of open tickets',
    meaning:
      'How many more are open: tickets that came in or came back, minus solved ones. For a line also what was passed to it minus what it passed on.',
    above: 'came in minus went out',
    below: 'came',
  },
  'first-response': {
    name: 'First answer',
    meaning:
      'From registration to the first message a person sent to the customer. Automatic replies do not count; where we wrote first, the second message counts. For a line it was passed to: from accepting the ticket to its first action or message.',
    above: 'sum of the times',
    below: 'tickets first answered in the period',
  },
  reaction: {
    name: 'Time to take',
    meaning: 'From registration until somebody owns the ticket and works on it.',
    above: 'sum of the times',
    below: 'tickets taken in the period',
  },
  handling: {
    name: 'Working time for a ticket',
    meaning:
      'Working time written down in tickets that were closed in the period. No measure of a person.',
    above: 'sum of the times',
    below: 'closed tickets with time written down',
  },
  'lead-time': {
    name: 'Time to solution',
    meaning:
      'From registration to the last solution, without the time we waited for the customer. Waiting for a vendor counts as ours.',
    above: 'sum of the times',
    below: 'tickets solved in the period',
  },
  'requester-wait': {
    name: 'The customer waited',
    meaning:
      'Time until the solution in which the next move was ours or our vendor’s: new, open, put off, at the vendor.',
    above: 'sum of the times',
    below: 'tickets solved in the period',
  },
  'answered-in-norm': {
    name: 'Answered on time',
    meaning: 'First answers given on time, of those whose outcome became known in the period.',
    above: 'answered on time',
    below: 'first answers that were due',
  },
  unanswered: {
    name: 'Not answered on time',
    meaning:
      'Customers who had no first answer by the deadline. One still unanswered counts as soon as the deadline has passed.',
    above: 'not answered on time',
    below: 'first answers that were due',
  },
  'sla-met': {
    name: 'Deadlines met',
    meaning:
      'Deadlines met, of those whose outcome became known in the period; a running one counts as missed as soon as it has passed. Each target apart and all together; merged and off-topic tickets are left out, and so is what ended before a ticket was imported. The usual aim is 95%, the best reach 97.5%.',
    above: 'deadlines met',
    below: 'deadlines met or missed',
  },
  fcr: {
    name: 'Solved at first contact',
    meaning:
      'Closed tickets about which the customer contacted us once, never passed on and not returned within seven days.',
    above: 'with one contact',
    below: 'tickets closed',
  },
  'one-touch': {
    name: 'Solved in one message',
    meaning:
      'Solved by the line with one public message and not come back within seven days: a fair first contact for tickets that were handed on.',
    above: 'with one message',
    below: 'tickets solved',
  },
  'first-line-closed': {
    name: 'Closed by the first line',
    meaning:
      'Closed tickets that never left the first line. Up to 80% where there are ready solutions; it depends on the industry.',
    above: 'on the first line all the time',
    below: 'tickets closed',
  },
  'resolved-share': {
    name: 'Solved per ticket that came',
    meaning:
      'Tickets solved in the period against those that came. More solved than came: the desk works off its backlog.',
    above: 'tickets solved',
    below: 'tickets that came',
  },
  'solved-by-line': {
    name: 'Solved by the line',
    meaning: 'Solved while on the line, against the tickets the line got in the period.',
    above: 'solved by the line',
    below: 'came to the line',
  },
  escalated: {
    name: 'Passed up',
    meaning: 'Closed tickets that went up a line at least once.',
    above: 'went up',
    below: 'tickets closed',
  },
  'escalation-accuracy': {
    name: 'Hand-overs accepted at once',
    meaning:
      'Hand-overs the line accepted; the others it sent back: something was missing, or it was the wrong line.',
    above: 'accepted',
    below: 'accepted or sent back',
  },
  returned: {
    name: 'Came back',
    meaning:
      'Solutions of the period that the customer sent back within seven days. The last seven days are not complete yet.',
    above: 'came back',
    below: 'tickets solved',
  },
  'third-returns': {
    name: 'Third returns',
    meaning:
      'Tickets that the customer returned for the third time: from then on the head has them.',
    above: 'third returns',
    below: 'tickets solved',
  },
  bounced: {
    name: 'Bounced between lines',
    meaning: 'Closed tickets that changed lines twice or more.',
    above: 'two changes or more',
    below: 'tickets closed',
  },
  'promises-kept': {
    name: 'Promises kept',
    meaning:
      'Promises to customers that were kept, of those that were due. One moved in time is judged by its new time.',
    above: 'kept',
    below: 'were due',
  },
  'updates-kept': {
    name: 'Updates on time',
    meaning:
      'Updates promised, or owed during an outage or while a vendor works, and sent on time. Silence is what customers forgive least.',
    above: 'in time',
    below: 'were due',
  },
  load: {
    name: 'Conversations a day',
    meaning:
      'Tickets in which somebody wrote to the customer, for each person and day. 30–50 are usual; never a comparison of persons.',
    above: 'conversations',
    below: 'days of people',
  },
  'closed-at-once': {
    name: 'Solved at once',
    meaning: 'Registered and solved within a minute: what was solved at once is registered, too.',
    above: 'solved at once',
    below: 'tickets that came',
  },
  'off-topic': {
    name: 'Off-topic',
    meaning: 'Closed as not ours before it reached the next lines.',
    above: 'off-topic',
    below: 'tickets closed',
  },
  'time-per-customer': {
    name: 'Working time for a customer',
    meaning: 'Working time written down in the period, for each customer it was for.',
    above: 'sum of the times',
    below: 'customers',
  },
  'outage-duration': {
    name: 'Outages lasted',
    meaning:
      'Outages of providers, mass incidents and P1, from being noticed to being restored. The target is four hours at most; a mean of 2.5 is good.',
    above: 'sum of the times',
    below: 'restored in the period',
  },
  proactive: {
    name: 'Seen before the customer',
    meaning: 'Critical incidents taken before the customer wrote. More than half is within reach.',
    above: 'taken before the customer wrote',
    below: 'critical incidents that came',
  },
  'knowledge-hits': {
    name: 'Searches that helped',
    meaning: 'Searches of the knowledge base after which an article was opened or inserted.',
    above: 'led to an article',
    below: 'searches',
  },
  'knowledge-overdue': {
    name: 'Articles to be reviewed',
    meaning: 'Articles whose review is due by now.',
    above: 'overdue',
    below: 'articles',
  },
  spend: {
    name: 'Spent',
    meaning: 'Money spent to solve a ticket sooner, by currency.',
    above: 'sum',
    below: 'times',
  },
  csat: {
    name: 'Satisfied customers',
    meaning: 'Marks 4 and 5 of all answers. A figure of the department, never of a person.',
    above: 'marks 4 and 5',
    below: 'answers',
  },
  'quality-score': {
    name: 'Quality',
    meaning: 'Points of reviews by their weights, 0–100; a critical error makes a review 0.',
    above: 'sum of the scores',
    below: 'reviews',
  },
  'mean-rating': {
    name: 'Mean mark of the later lines',
    meaning: 'Mean mark of what the second line and those behind it solved.',
    above: 'sum of the marks',
    below: 'marks',
  },
  'alerts-per-person': {
    name: 'Alerts a person',
    meaning: 'Alerts for each person of a shift; from 80 on it is much, above 100 too much.',
    above: 'alerts',
    below: 'people on shifts',
  },
  'alert-noise': {
    name: 'Noise',
    meaning: 'Alerts judged as noise, of all judged ones.',
    above: 'noise',
    below: 'judged',
  },
  'provider-repair': {
    name: 'Providers repaired in',
    meaning:
      'From handing an outage to the provider until it was repaired; fewer than five say little.',
    above: 'sum of the times',
    below: 'repairs',
  },
  'order-days': {
    name: 'Orders took',
    meaning: 'From an order until it was finished; 3.5 days are a good mean.',
    above: 'sum of the times',
    below: 'orders',
  },
  'service-level': {
    name: 'Picked up at once',
    meaning: 'Calls picked up within 20 seconds.',
    above: 'within 20 s',
    below: 'calls',
  },
};

/** The words about figures. */
export const figures = {
  codes,
  promises: {
    hold: 'on hold',
    'call-back': 'call back',
    'next-update': 'send an update',
    deadline: 'done by then',
  },
  title: (from: string, to: string) => `Figures from ${from} to ${to}`,
  titleOfDay: (day: string) => `Figures of ${day}`,
  line: (name: string) => `Line: ${name}`,
  customer: (name: string) => `Customer: ${name}`,
  asOf: (at: string, zone: string) => `As of ${at}, times: ${zone}`,
  howToRead:
    'Median: half of the cases are below it, half above. p90: nine of ten are no more. 95% interval: where the true share lies, judging by so many cases; the fewer, the wider. Of fewer than five no share is told.',
  groups: { figures: 'Figures', definitions: 'What they mean' },
  columns: {
    business: 'In working time',
    usual: 'Usually',
    target: 'Target',
  },
  interval: (percent: string, low: number, high: number) =>
    `${percent}% (95% interval ${low}–${high})`,
  percent: (percent: string) => `${percent}%`,
  longest: (length: string) => `longest ${length}`,
  values: (lengths: string) => `all: ${lengths}`,
  medianOf: (median: string, p90: string | null) =>
    p90 === null ? `median ${median}` : `median ${median}, p90 ${p90}`,
  range: (low: string, high: string, n: number) => `${low}–${high} (${n} earlier)`,
  seconds: (n: number) => `${n} s`,
  incomplete: 'may still change',
  above: (text: string) => `Numerator: ${text}`,
  below: (text: string) => `Denominator: ${text}`,
};
