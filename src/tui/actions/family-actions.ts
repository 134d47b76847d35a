import { whyNoTicket } from '../model/act.ts';
import type { Ui } from '../model/ui.ts';
import type { Action, Context } from './action.ts';
import { later } from './later.ts';

/** Read when they are first wanted: most hours of a desk have no mass incident. */
const menu = () => import('../model/family-menu.ts');
const mass = () => import('../model/mass-model.ts');
const mailing = () => import('../model/mailing-model.ts');

const onTickets: readonly Context[] = ['queue', 'ticket'];

/** Rows of a letter that one key scrolls. */
const SCROLL = 5;

function close(ui: Ui): void {
  ui.store.set({ overlay: null });
}

/** Tickets that belong together: a mass incident, a merge, a split, a message to many. */
export const familyActions: readonly Action[] = [
  {
    id: 'family',
    title: 'family',
    contexts: onTickets,
    keys: ['g j'],
    run: later(menu, ({ openFamilyMenu }, ui) => openFamilyMenu(ui)),
  },
  {
    id: 'mass-offer',
    title: 'mass-offer',
    contexts: onTickets,
    keys: ['T'],
    run: later(menu, ({ followOffer }, ui) => followOffer(ui)),
  },
  {
    id: 'remind',
    title: 'remind',
    contexts: onTickets,
    keys: ['g u'],
    whyNot: whyNoTicket,
    run: later(menu, ({ choose }, ui) => choose(ui, 'remind')),
  },
  ...(['gather', 'message', 'detach', 'merge', 'split', 'call-round'] as const).map(
    (item): Action => ({
      id: item,
      title: item,
      contexts: onTickets,
      keys: [],
      whyNot: item === 'call-round' ? () => null : whyNoTicket,
      run: later(menu, ({ choose }, ui) => choose(ui, item)),
    }),
  ),
  {
    id: 'mailing-send',
    title: 'send-many',
    contexts: ['mailing'],
    keys: ['enter'],
    hint: 1,
    run: later(mailing, ({ sendMailing }, ui) => sendMailing(ui)),
  },
  {
    id: 'mailing-down',
    title: 'move-down',
    contexts: ['mailing'],
    keys: ['j', 'down'],
    hint: 2,
    run: later(mailing, ({ moveMailing }, ui) => moveMailing(ui, 1)),
  },
  {
    id: 'mailing-up',
    title: 'move-up',
    contexts: ['mailing'],
    keys: ['k', 'up'],
    run: later(mailing, ({ moveMailing }, ui) => moveMailing(ui, -1)),
  },
  {
    id: 'mailing-half-down',
    title: 'half-down',
    contexts: ['mailing'],
    keys: ['pagedown', 'ctrl+d', 'space'],
    run: later(mailing, ({ scrollMailing }, ui) => scrollMailing(ui, SCROLL)),
  },
  {
    id: 'mailing-half-up',
    title: 'half-up',
    contexts: ['mailing'],
    keys: ['pageup', 'ctrl+u'],
    run: later(mailing, ({ scrollMailing }, ui) => scrollMailing(ui, -SCROLL)),
  },
  {
    id: 'mailing-over',
    title: 'send-over',
    contexts: ['mailing'],
    keys: ['X'],
    run: later(mailing, ({ sendMailingOver }, ui) => sendMailingOver(ui)),
  },
  {
    id: 'mailing-close',
    title: 'cancel',
    contexts: ['mailing'],
    keys: ['escape', 'q'],
    hint: 3,
    run: close,
  },
  {
    id: 'members-gather',
    title: 'gather',
    contexts: ['members'],
    keys: ['enter'],
    hint: 1,
    run: later(mass, ({ gatherMembers }, ui) => gatherMembers(ui)),
  },
  {
    id: 'members-toggle',
    title: 'choose-member',
    contexts: ['members'],
    keys: ['space'],
    hint: 2,
    run: later(mass, ({ toggleMember }, ui) => toggleMember(ui)),
  },
  {
    id: 'members-down',
    title: 'move-down',
    contexts: ['members'],
    keys: ['j', 'down'],
    run: later(mass, ({ moveMember }, ui) => moveMember(ui, 1)),
  },
  {
    id: 'members-up',
    title: 'move-up',
    contexts: ['members'],
    keys: ['k', 'up'],
    run: later(mass, ({ moveMember }, ui) => moveMember(ui, -1)),
  },
  {
    id: 'members-dismiss',
    title: 'dismiss-proposal',
    contexts: ['members'],
    keys: ['x'],
    hint: 3,
    run: later(mass, ({ dismissMembers }, ui) => dismissMembers(ui)),
  },
  {
    id: 'members-close',
    title: 'cancel',
    contexts: ['members'],
    keys: ['escape', 'q'],
    hint: 4,
    run: close,
  },
];
