import type { NextStep, RefusalCode } from '../../domain/refusal.ts';
import type { BlockerCode } from '../../domain/shift/blocking.ts';
import type { MissingItem } from '../../domain/work/missing.ts';

export const refusals = {
  'channel-not-signed-off':
    '{person} still practises the channel “{channel}” and gets no live tickets of it yet. Whoever signs off ({who}) does so with smena practice sign-off.',
  'review-waits':
    'A reply of this ticket is on review already: wait for it, or take it back first.',
  'nothing-on-review': 'This reply is not on review (any more): look at the ticket again.',
  'review-not-yours':
    'Only its author takes a reply back from review. You can return it with a remark.',
  'own-review': 'Nobody looks through their own reply: a mentor or the shift lead does.',
  'review-promise-past':
    'The time this reply promises has passed: edit the reply and give a new one, or return it to its author.',
  'review-needs-mentor':
    'Replies are looked through by mentors and by those who lead. You can leave a note.',
  'remark-missing': 'Say what is to be changed: a reply does not come back without a word.',
  'help-waits': 'This call for help stands on the ticket already.',
  'no-such-help': 'Nobody waits for this help any more: look at the ticket again.',
  'help-not-yours':
    'A call for help is ended by whoever asked, by a mentor or by those who lead. You can answer it.',
  'figure-not-yours':
    'The figure “{figure}” is read by who leads a shift or a team. Ask your lead, or leave it out of --codes.',
  'reports-not-yours':
    'Reports and figures are for those who work in shifts; a trainee sees the own training only. Ask the lead of the shift.',
  'no-such-ticket': 'There is no such ticket.',
  'ticket-exists': 'This ticket already exists.',
  'subject-missing': 'A ticket needs a subject.',
  'text-missing': 'There is no text.',
  'ticket-closed': 'The ticket is closed.',
  'ticket-merged':
    'The ticket was merged into {target}: write there, only notes can be added here.',
  'already-in-status': 'The ticket already has this status.',
  'already-yours': 'The ticket is already yours.',
  'already-taken': 'The ticket is already taken (by {person}).',
  'already-unassigned': 'Nobody is responsible for the ticket as it is.',
  'already-assigned': 'This person is already responsible for the ticket.',
  'status-new': 'A ticket cannot become new again.',
  'closing-needs-confirmation':
    'A ticket is closed only after the customer has confirmed the solution: resolve it, then confirm.',
  'not-resolved': 'The ticket is not resolved yet.',
  'already-resolved': 'The ticket is already resolved: confirm it or return it to work.',
  'not-closed': 'The ticket is not closed, there is nothing to reopen.',
  'reopen-window-over': 'The time for reopening is over: open a new ticket linked to this one.',
  'line-does-not-talk':
    'The line “{line}” does not write to customers: ask through another line, or leave a note.',
  'role-does-not-talk': 'Your role does not write to customers: leave a note.',
  'role-reads-only': 'Your role only reads.',
  'until-in-past': 'A time in the future is needed.',
  'promise-in-past': 'A time in the past cannot be promised.',
  'no-such-promise': 'There is no such open promise.',
  'nothing-to-change': 'Nothing would change.',
  'link-to-itself': 'A ticket cannot be linked to itself.',
  'already-linked': 'The tickets are already linked.',
  'line-outside':
    '“{line}” is no line of this desk: a ticket stays with its own line and is handed there with the form.',
  'unknown-line': 'There is no line “{line}” at this desk.',
  'nothing-to-undo': 'There is nothing to undo.',
  'undo-too-late': 'It has already been sent, so it cannot be taken back.',
  'undo-at-server':
    'The server has it already, so it cannot be taken back. Correct it by another action.',
  'undo-not-last': 'Something later was done to this ticket, so this cannot be taken back.',
  'no-such-article': 'There is no such article.',
  'no-such-version': 'The article has no version {version}.',
  'nothing-to-submit': 'You have no draft of this article to submit for review.',
  'nothing-in-review': 'No version of the article waits for review.',
  'article-not-readable': 'The front matter of the text cannot be read, so it stays a draft.',
  'author-approves':
    'The author does not accept their own text: somebody else of the owner line does.',
  'own-needs-reason':
    'Nobody else may accept this article. Accept your own text with a written reason.',
  'not-owner-line':
    'The article belongs to “{owner}”: its people or a lead decide, others propose.',
  'base-stale':
    'Something else was published since this text was begun. It is kept as version {version}: compare it and save it again over the new one.',
  'reason-missing': 'A reason is needed.',
  'review-in-past': 'The day of the next review must be in the future.',
  'not-a-backup': 'This article is not about a backup.',
  'verified-in-future': 'A proof restore cannot have been made in the future.',
  'already-marked': 'You have already marked this article that way.',
  'stars-wrong': 'A rating is 1 to 5.',
  'text-too-long': 'The text is too long: at most {most} characters.',
  'nothing-to-settle': 'Nobody has asked this, or it was answered.',
  'text-unsendable': 'The text cannot be sent like this: {what} Nothing was sent.',
  'template-unfilled':
    'The template still needs: {places}. Give them with --set NAME=TEXT. Nothing was sent.',
  'template-not-for-customers':
    'The template “{template}” is only for {channels}: it is never sent to a customer.',
  'kind-incomplete': 'This is still missing: {missing}.',
  'kind-off': 'This desk does not register tickets of the kind “{kind}”. Possible: {known}.',
  'risk-class':
    'Work of the class “{risk}” is finished by {lines}: hand it on, or a lead resolves it.',
  'unknown-field': 'There is no field “{field}” here. There are: {known}.',
  'field-empty': '“{name}” cannot be empty here.',
  'field-not-choice': '“{name}”: “{value}” is not possible. Possible: {known}.',
  'field-not-yes-no': '“{name}” is a yes or a no, not “{value}”.',
  'field-not-number': '“{name}” is a number, not “{value}”.',
  'field-not-time':
    '“{name}” is a date with a time, such as 25.11 14:30, yesterday 9:00 or 2026-11-25T11:30:00Z, not “{value}”.',
  'field-not-duration': '“{name}” is a length of time, such as 25m, 1h 30m or 2d, not “{value}”.',
  'field-not-window': '“{name}” is a time from and to, such as 25.11 09:00 – 12:00, not “{value}”.',
  'field-not-legs':
    '“{name}” is a way in legs, a length or a time of arrival for each: Moscow – Kazan = 2h; by car = 25.11 14:00; not “{value}”.',
  'field-too-long': '“{name}” has at most {most} characters.',
  'no-such-box': 'There is no such item in the checklist.',
  'box-already': 'This item is already like that.',
  'box-exists': 'The checklist already has the item “{text}”.',
  'time-wrong': 'Time is noted from a minute to a day at once.',
  'time-in-future': 'The work cannot have been done in the future.',
  'no-matrix': 'This desk has no questions that give a priority: set the priority itself.',
  'unknown-impact': '“{value}” is not known as an impact. Possible: {known}.',
  'unknown-urgency': '“{value}” is not known as an urgency. Possible: {known}.',
  'unknown-priority': 'There is no priority “{value}” at this desk. Possible: {known}.',
  'no-spending': 'This desk spends no money on tickets.',
  'amount-wrong': 'An amount above zero with at most two decimals is needed.',
  'spend-over-limit':
    'With this it would be {sum} {currency} on this ticket, and up to {limit} {currency} may be spent without asking: a lead writes it down.',
  'no-stages': 'Tickets of this kind are not worked in stages.',
  'stage-done': 'This stage is already done.',
  'not-scheduled': 'The ticket was not put off.',
  'still-scheduled': 'The time until which the ticket was put off has not come yet.',
  'not-watched': 'Nobody keeps an eye on this ticket as it is.',
  'no-card': 'No card is linked to this ticket: link it first.',
  'card-closed': 'The linked card is already closed.',
  'gathered-itself': 'A ticket cannot be part of itself.',
  'member-closed': '{number} is closed: reopen it first.',
  'member-merged': '{number} was merged into another ticket: name the one that is left.',
  'member-elsewhere':
    '{number} already belongs to the mass incident {parent}: take it out of there first.',
  'other-space': '{number} belongs to another group: only tickets of your own can be put together.',
  'family-circle': '{parent} is itself part of {number}: tickets cannot be gathered in a circle.',
  'no-parent': 'The ticket belongs to no mass incident.',
  'merged-itself': 'A ticket cannot be merged into itself.',
  'merged-other-customer':
    '{number} is of another customer, and nobody may see the letters of somebody else. One cause: gather both in a mass incident. A wrong customer: correct it.',
  'merged-into-child':
    '{number} is part of {parent}. Merge the other way round: {number} into {parent}.',
  'no-such-entry': 'The ticket has no such entry.',
  'nobody-to-write': 'There is nobody to write to.',
  'child-unanswered':
    'There is no message for {number}, and no customer is left without an answer.',
  'desk-base-stale':
    'The desk was changed meanwhile: version {version} is in force, not {base}. Look at the difference once more and apply again.',
  'customer-not-yours':
    'The cards of customers are kept by those who work on tickets or set up the desk. Tell them what to change.',
  'desk-not-yours':
    'The first rules of a desk are put in force by somebody who works here, not by a new hire, quality control, a reader or a connector.',
  'queue-name-unfit':
    '“{name}” cannot name a queue: one word without spaces and quotes, at most {most} characters, such as vpn-today.',
  'queue-name-taken':
    'The name “{name}” is taken. Choose another one; smena queue list shows what is there.',
  'queue-needs-lead':
    'Queues of the whole desk are kept by shift leads and heads. Without --desk you save it for yourself.',
  'desk-tickets-left':
    'Tickets carry codes that the pack no longer has: {details}. Say in desk.yaml under renames where they go.',
  'children-unanswered':
    '{number} stands for tickets that are not solved ({count}). Their customers need an answer: resolve the incident with them, --children-message TEXT or --template ID.',
  'not-permitted': 'It is not for your role to {what}. Who may: {who}.',
  'practice-only': 'New hires practise on demo tickets: this one is real. Ask your mentor.',
  'initial-only':
    'The first line sets the priority while a ticket is new. Ask whoever works on it.',
  'not-your-ticket': 'This is possible with your own tickets only.',
  'reply-through-mentor':
    'A new hire writes to customers through the mentor: put the reply on review, the mentor looks it through and sends it.',
  'transition-not-possible':
    'A ticket that is “{from}” cannot become “{to}”. Possible: {possible}.',
  'handover-needed':
    'Somebody has worked on this ticket: it goes to another line with a hand-over form, so that nothing is asked twice.',
  'handover-incomplete':
    'The receiver cannot go on without this: {missing}. Nothing was handed over.',
  'no-higher-line':
    'There is no line above this one: name a line, or hand it to the head or a vendor.',
  'already-on-line': 'The ticket is on this line already.',
  'nobody-above': 'There is nobody above you to hand it to.',
  'no-handover': 'Nothing was handed over that waits to be accepted.',
  'handover-not-yours': 'This is for {who} to accept or to send back.',
  'handover-of-person': 'This is for {person} to accept or to send back.',
  'handover-missing-empty': 'Say what is missing: whoever handed it over has to know what to add.',
  'diagnosis-needed':
    '{line} got this ticket from another line and has not written down its own diagnosis yet: do that, or send the ticket back.',
  'third-return-guarded':
    'The solution came back too many times: now it is for {who}, or for whoever they give it to.',
  'brief-missing':
    'The solution came back too many times, and the brief on what was done is still missing. Whoever owes it writes it, or the head goes without it and says why.',
  'brief-not-yours': 'The brief is owed by {person}.',
  'no-brief-owed': 'Nobody owes a brief on this ticket.',
  'confirmation-needs-who': 'A ticket is closed by somebody’s word: say who confirmed it.',
  'confirmation-needs-how': 'Say how it was confirmed: by phone, by letter, on the spot.',
  'auto-confirm-off': 'This desk closes only by the word of the customer.',
  'auto-confirm-early':
    'The customer has {hours} h to answer after the solution; that time is not over.',
  'auto-confirm-unwarned':
    'The customer has to be told beforehand that the ticket will be closed: write, and give the time to answer.',
  'no-vendor-case': 'The ticket was not handed to a vendor.',
  'question-incomplete': 'This is still missing in the question: {missing}.',
  'no-line-talks': 'No line of this desk writes to customers.',
  'line-cannot-ask': 'Line {line} does not write to customers either.',
  'no-reply-since': 'The customer has not written since the question.',
  'no-such-question': 'No such question waits for an answer.',
  'question-not-yours': 'This question is asked by {line}, so its people write the answer down.',
  'may-already-talk': 'This person may already write to the customer of this ticket.',
  'no-such-step': 'There is no such step on the ladder.',
  'discrepancy-settled':
    'This discrepancy has been settled already. See what is left: smena sync discrepancies',
  'discrepancy-not-so':
    'That cannot be done about this discrepancy. See what can: smena sync discrepancies show ID',
  'nothing-withheld': 'This message was not held back: there is nothing to decide.',
  'withheld-not-yours':
    'Who wrote this message decides about it: the letter waits there. Write to the customer yourself.',
  'merge-undecided':
    'Some places that both wrote are still undecided: choose one and take out the marks <<<<<<<, ======= and >>>>>>>.',
  'forged-actor':
    'This was written in somebody else’s name, so the server does not take it. Do it again in your own.',
  'space-not-yours':
    'The server does not let you work in this group of tickets. Ask whoever leads the desk to admit you; your text is kept.',
  'practice-not-shared':
    'Demo and practice tickets stay on this workstation; the server takes real ones only.',
  'op-too-old':
    'This was written by a version of the program that the server does not understand any more. Do it again with this one.',
  'op-unreadable':
    'The server could not make sense of this change. Do it again; if that fails too, update the program.',
  'person-not-yours':
    'Role, line and login of people are changed by whoever leads the desk. Ask the shift lead.',
  'role-above-own': 'Nobody gives a role above their own. Ask somebody who has that role.',
  'login-taken': 'Somebody else has this login already. Choose another one.',
  'customer-circle': 'A company cannot be a site of its own site. Choose another company above it.',
  'queue-not-yours':
    'This saved queue is somebody else’s. Save one of your own under another name.',
  'pack-broken':
    'The server cannot read these rules of the desk: {details}. Check them: smena desk check FOLDER',
  'no-rule-fits':
    'No routing rule fits this ticket, so it stays where it is. See why: smena desk route REF --dry-run',
  'learner-unknown': 'Nobody of this desk is meant. Who works here: smena person list.',
  'practice-not-yours':
    'Runs, lessons and disputes are told by whoever learns: sign in as that person, or write a comment with smena practice comment.',
  'own-practice':
    'Nobody judges their own practice. Ask a mentor or a lead; you can dispute a mark with smena practice dispute.',
  'run-unsound':
    'This run does not add up: its score, sections or marks contradict each other. Play it again; if it comes back, send the report of smena doctor.',
  'score-wrong': 'A score lies between zero and what could be reached.',
  'no-such-run': 'There is no run {run} in this record. Which there are: smena practice runs.',
  'no-such-mark': 'There is no mark {mark} in this run. There are: {marks}.',
  'verdict-not-needed':
    'This run asks for no verdict: its score stands by itself. A single mark is changed with smena practice override.',
  'no-exam-yet': 'There is no exam of {scenario} yet, so that it can be taken without leave.',
  'override-needs-lead':
    'Only a lead signs off without the exams. Ask the shift lead, or let the exams be passed first.',
  'sign-off-exams-missing':
    'Exams that this channel needs are not passed yet: {scenarios}. A lead may sign off without them: --override with --reason.',
  'not-signed-off': 'There is no sign-off for this channel, so that nothing can be withdrawn.',
  'attest-exams-missing':
    'Exams of the learning path are not passed yet: {scenarios}. What is next: smena practice path.',
  'attest-quiz-missing':
    'Quizzes are not passed yet ({pass} % are needed): {quizzes}. Take them with smena practice quiz.',
  'attested-already':
    'There is a certificate {code} of exactly these exams. A new one needs an exam taken again: smena practice retake.',
  'months-wrong': 'A certificate holds from 1 to {most} months.',
  'shift-not-open': 'This shift is not open yet: open it with smena shift open.',
  'shift-already-open': 'The shift {shift} is open already. What is in it: smena shift status.',
  'shift-closed-already': 'The shift {shift} is closed already. Open it again: smena shift open.',
  'shift-misnamed':
    'There is no such shift: its day, hours and line do not fit its name. Those there are: smena shift list.',
  'shift-handed-over':
    'The report of the shift {shift} has been accepted and does not change any more. Add a remark instead: smena handover remark.',
  'no-such-member': '{person} is not on this shift. Add them: smena shift person.',
  'member-times-wrong': 'For {person} the end comes before the beginning: check the times.',
  'no-such-shift-item':
    'The log of this shift has no item {item}. Their numbers: smena shift status.',
  'shift-item-settled': 'This line of the log is settled already.',
  'shift-not-submitted':
    'Nobody has handed this shift over yet: there is nothing to accept or to return.',
  'no-such-revision':
    'This report has no revision {revision}. Which is the last: smena handover show.',
  'newer-revision':
    'Revision {revision} was replaced by revision {last}: read that one and decide on it.',
  'revision-taken':
    'Revision {revision} of this report is not the next one: somebody submitted meanwhile. Read the report again and submit it as revision {next}.',
  'own-handover': 'Nobody accepts or returns their own shift: the next lead does, or the head.',
  'handover-accepted':
    'Revision {revision} was accepted and does not change any more. Add a remark instead: smena handover remark.',
  'handover-returned-already':
    'This report was returned: it is accepted after it has been submitted again.',
  'submit-blocked':
    'The shift cannot be handed over yet: {blockers}. Fill this in, or say with a written reason why it goes all the same.',
  'accept-incomplete': 'Not everything was accepted one by one. Still to be accepted: {items}.',
  'handover-item-unknown':
    'These items do not belong to this hand-over, or stand there twice: {items}.',
  'rest-not-accepted':
    'All the rest ({count}) is not accepted yet: take it in one go, or return the report.',
  'read-back-missing': 'Say the next action back in your own words: {items}.',
  'owner-missing': 'Somebody must be responsible: {items}. Name one person for each.',
  'owner-unknown': 'There is nobody “{person}” at this desk.',
  'owner-cannot':
    '{person} cannot be responsible for {ticket}: their role or line does not work on it. Name somebody else.',
  'owners-differ': 'Two people were named for {ticket}. Name one.',
  'expire-early':
    'The time for accepting this shift is not over yet: somebody may still accept it in time.',
} as const satisfies Record<RefusalCode, string>;

export const nextSteps = {
  take: 'take it',
  assign: 'assign it to somebody',
  unassign: 'take the responsibility off',
  confirm: 'confirm the solution',
  reopen: 'reopen it',
  return: 'return it to work',
  resolve: 'resolve it',
  note: 'leave a note',
  new: 'register a new ticket',
  schedule: 'put it off until a time',
  reply: 'write to the customer',
  link: 'link the tickets',
  'article-edit': 'edit the text',
  'article-submit': 'submit it for review',
  'article-accept': 'accept it with a reason',
  'article-send-back': 'send it back with a reason',
  'article-archive': 'archive it with a reason',
  'article-mark': 'mark it as outdated',
  'article-reviews': 'see what waits for review',
  'article-versions': 'see the versions',
  'article-diff': 'see the difference',
  details: 'fill in what is asked',
  box: 'tick the checklist',
  time: 'note the time',
  rate: 'answer the two questions of the priority',
  stage: 'finish the stage',
  'check-after': 'write down the check',
  card: 'link the card',
  'card-closed': 'note that the card was closed',
  'new-field': 'fill in the fields at once',
  'new-rate': 'answer the two questions about priority',
  'new-unsolved': 'open it first, resolve it later',
  'mass-add': 'gather in a mass incident',
  'mass-detach': 'take it out of the mass incident',
  'mass-resolve': 'resolve it with its tickets',
  escalate: 'hand it over with the form',
  'accept-handover': 'accept what was handed over',
  'return-handover': 'send it back with what is missing',
  diagnose: 'write down your own diagnosis',
  brief: 'write the brief',
  'ask-customer': 'ask the customer through another line',
  'answer-question': 'write down the answer of the customer',
  'grant-voice': 'let a person write on this ticket',
  'review-ask': 'put the reply before the mentor',
  'review-send': 'send the reply as it is',
  'review-edit': 'edit the reply (e on the screen)',
  'review-return': 'return the reply with a remark',
  'review-withdraw': 'take the reply back',
  'help-give': 'answer the call for help',
} as const satisfies Record<NextStep, string>;

/** What has to be there first; keyed by the type of a gap. */
export const missing = {
  field: '{name}',
  customer: '{name}',
  box: '“{name}” in the checklist',
  comment: 'a note on what was done',
  time: 'a time entry',
  card: 'the linked card is still open',
  'public-answer': 'a word to the customer',
  stage: 'the final stage',
  'after-check': 'a check with the customer',
} as const satisfies Record<MissingItem['type'], string>;

/** What keeps a shift from being handed over; keyed by the code of a blocker. */
export const blockers = {
  'no-owner': 'nobody is responsible',
  'two-owners': 'two people are responsible',
  'no-next-action': 'no next action',
  'promise-unowned': 'a promise is due in less than an hour, and nobody is responsible',
  'owner-leaves': 'a promise is due in less than an hour, and it is not said who stays with it',
} as const satisfies Record<BlockerCode, string>;
