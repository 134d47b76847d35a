/** What the commands about handing tickets on say. */
export const handover = {
  goesTo: 'Waits to be accepted: {who}.',
  goesToNobody: 'The desk has nobody in this role yet, so the ticket stays with whoever has it.',
  nothingWaits: 'Nothing waits to be accepted.',
  neverHanded: 'The ticket was never handed over.',
  waits: 'waits {time}',
  handed: '{time} {by} → {to}',
  reason: 'Reason: {reason}',
  states: {
    waiting: 'Not accepted yet.',
    accepted: 'Accepted: {by}, {time}.',
    returned: 'Sent back: {by}, {time}. Missing: {missing}',
  },
  kinds: { senior: 'the shift lead', 'team-lead': 'the team lead', head: 'the head' },
  asked: '{line}: ask the customer by {time}.',
  nothingOwed: 'Nobody owes a brief.',
  nothingAsked: 'No question waits for an answer.',
  due: 'by {time}',
  somebody: 'somebody',
  card: {
    waiting: '⇢ waits to be accepted since {time}: {to} · {need}',
    care: 'until it is accepted the next update is on {who}',
    brief: 'a brief is owed by {who}',
    question: '? {line}, ask the customer by {time}: {question}',
    vendor: 'at the vendor: {vendor}, number {ref}',
    watches: '{who} watches',
  },
};
