/** Why a letter has not left, by the code kept with it. */
export const deliveryReasons = {
  demo: 'letters of the demo desk stay here',
  'delivery-not-configured': 'delivery is not set up (smena config set deliver.command …)',
  'no-address': 'the contact has no address',
  'smtp-url-wrong': 'deliver.smtp is no address of a mail server (smtp://user:password@host:587)',
  'command-wrong': 'deliver.command has an open quote',
  'command-missing': 'the program of deliver.command is not there',
  'timed-out': 'no answer in time',
  'letter-gone': 'the message is no longer on the ticket',
  'address-wrong': 'the address of the contact is not one',
  'sender-wrong': 'deliver.from is no address',
  'attachment-missing': 'the file of an attachment is gone',
  'already-sent': 'it has been sent already',
  'no-such-letter': 'there is no such letter',
  'answered-meanwhile': 'somebody else answered the customer meanwhile',
  'customer-wrote': 'the customer wrote again meanwhile',
  'other-assignee': 'the ticket went to somebody else meanwhile',
  'closed-meanwhile': 'the ticket was closed meanwhile',
  'needs-decision': 'decide first whether it is to leave (smena sync discrepancies)',
} as const;

/** Where a letter is. */
export const deliveryStates = {
  queued: 'waits to be sent',
  sending: 'is being sent',
  sent: 'sent',
  failed: 'not sent',
  unconfigured: 'not sent',
  manual: 'sent by hand',
  withheld: 'not sent to the customer',
} as const;
