import type { Permission, Ranking } from '../../domain/permission.ts';

/** What a person may do and who that is, as refusals say it. */
export const permissions: {
  readonly what: Readonly<Record<Permission, string>>;
  readonly who: Readonly<Record<Ranking, string>>;
  readonly nobody: string;
} = {
  what: {
    'see-live-queue': 'see the live queue',
    register: 'register tickets',
    reply: 'write to customers',
    'ask-through-line': 'ask customers through another line',
    note: 'leave notes',
    'set-priority': 'change the priority',
    'transfer-up': 'hand tickets on',
    'transfer-to-vendor': 'hand tickets to a vendor',
    'close-unconfirmed': 'close without the word of the customer',
    'take-third-return': 'take what came back too many times',
    'edit-article': 'edit articles',
    'judge-alert': 'judge alerts',
    'change-alert-catalogue': 'change the catalogue of alerts',
    'see-others-quality': 'see the ratings of others',
    spend: 'spend money on tickets',
    'refuse-customer': 'refuse a customer',
    'read-audit-log': 'read the log of what was done',
    'write-shift-report': 'write the report of a shift',
    'control-drill': 'run a drill',
    'work-on-ticket': 'work on tickets',
    'assign-others': 'assign tickets to others',
    'accept-handover': 'accept what was handed over',
    'return-to-work': 'return a solution to work',
    'grant-exception': 'make exceptions to the rules of a line',
    'change-desk': 'change the desk',
    'close-without-analysis': 'finish a ticket that lacks something',
    'merge-tickets': 'merge tickets',
    'message-many': 'write to many customers at once',
    'judge-practice': 'judge the practice of others and sign them off',
  },
  who: {
    hire: 'a new hire',
    'engineer-1': 'an engineer of line 1',
    'engineer-2': 'an engineer of line 2',
    'engineer-3': 'an engineer of line 3',
    verifier: 'a verifier',
    lead: 'the shift lead',
    'team-lead': 'the team lead',
    head: 'the head',
    qa: 'quality control',
    mentor: 'a mentor',
    admin: 'an administrator',
    connector: 'a program',
    'read-only': 'a reader',
  },
  nobody: 'nobody',
};
