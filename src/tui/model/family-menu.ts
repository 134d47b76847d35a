import { callRound } from '../../app/family/call-round.ts';
import { familyOf } from '../../app/family/family-view.ts';
import { childrenToTell } from '../../app/family/message-children.ts';
import { awaitsWord } from '../../app/family/remind.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type FamilyTexts, familyTexts } from '../../i18n/family-texts.ts';
import { callRoundLines, familyLines } from '../present/family-lines.ts';
import { createTimeText } from '../present/time-text.ts';
import { oneTicket, targets } from './act.ts';
import { openComposer } from './composer-model.ts';
import { openMailing } from './mailing-model.ts';
import { askDetach, askGather, openProposals, solveWithChildren } from './mass-model.ts';
import { askMerge, askSplit } from './merge-model.ts';
import type { Choice } from './overlay-state.ts';
import { openPager, openPicker } from './overlays.ts';
import { withLibrary } from './replies-model.ts';
import { situationName } from './template-picker.ts';
import { openTicket } from './ticket-model.ts';
import { say, texts, type Ui } from './ui.ts';

/** Reminders come first where somebody waits for a word, news where an outage goes on. */
const REMINDERS = ['confirm-reminder'];
const SITUATIONS = { news: 'outage', reminder: 'solved' } as const;
const OWN_TEXT = 'own-text';

type Item = keyof FamilyTexts['menuItems'];

/** Everything that is done to tickets together, as one list: what cannot be done says why. */
export function openFamilyMenu(ui: Ui): void {
  const t = familyTexts(ui.store.get().language);
  const choice = (id: Item): Choice => {
    return { id, label: t.menuItems[id], detail: '', disabled: whyNot(ui, id) };
  };
  // Its keys are the names of the table.
  const items = Object.keys(t.menuItems) as Item[];
  openPicker(ui, {
    purpose: 'family',
    title: t.menu,
    isSearchable: false,
    choices: items.map(choice),
    choose: ({ id }) => runItem(ui, id as Item),
  });
}

/** Why something cannot be done with what is chosen, in a sentence; null when it can. */
function whyNot(ui: Ui, item: Item): string | null {
  if (item === 'proposals' || item === 'call-round') return null;
  const ids = targets(ui);
  const t = familyTexts(ui.store.get().language);
  if (ids.length === 0) return texts(ui).disabledNoTicket;
  if (item === 'gather' || item === 'remind') return null;
  const [only] = ids;
  const ticket = only !== undefined && ids.length === 1 ? ui.desk().tickets.byId(only) : null;
  if (!ticket) return t.oneOnly;
  return whyNotWith(ui, item, ticket);
}

function whyNotWith(ui: Ui, item: Item, ticket: Ticket): string | null {
  const t = familyTexts(ui.store.get().language);
  switch (item) {
    case 'show':
      return ticket.isMassIncident || ticket.parentId !== undefined ? null : t.notChild;
    case 'message':
    case 'solve':
      return childrenToTell(ui.desk(), ticket).length > 0 ? null : t.notMass;
    case 'detach':
      return ticket.parentId === undefined ? t.notChild : null;
    default:
      return null;
  }
}

/** Does one thing of the list, or says why it cannot be done. */
export function choose(ui: Ui, item: Item): void {
  const why = whyNot(ui, item);
  if (why !== null) return say(ui, why, 'problem');
  runItem(ui, item);
}

/**
 * What the line of an offer leads to: where a merged ticket is read, the incident of this ticket,
 * or tickets of one cause.
 */
export function followOffer(ui: Ui): void {
  const { tab, known } = ui.store.get();
  const ticket = oneTicket(ui);
  const target = ticket && familyOf(ui.desk(), ticket).mergedInto;
  if (target) return openTicket(ui, target.id);
  if (tab === 'ticket' && known !== null) return askGather(ui);
  openProposals(ui);
}

function runItem(ui: Ui, item: Item): void {
  const [id] = targets(ui);
  if (item === 'proposals') return openProposals(ui);
  if (item === 'call-round') return openCallRound(ui);
  if (id === undefined) return;
  switch (item) {
    case 'gather':
      return askGather(ui);
    case 'show':
      return showFamily(ui, id);
    case 'message':
      return pickMessage(ui, id);
    case 'solve':
      return solveWithChildren(ui, id);
    case 'detach':
      return askDetach(ui, id);
    case 'merge':
      return askMerge(ui, id);
    case 'split':
      return askSplit(ui, id);
    case 'remind':
      return pickReminder(ui);
  }
}

/** The mass incident and its tickets; a child shows the one that it belongs to. */
function showFamily(ui: Ui, ticketId: string): void {
  const desk = ui.desk();
  const ticket = desk.tickets.byId(ticketId);
  const parent = ticket?.isMassIncident ? ticket : ticket && familyOf(desk, ticket).parent?.ticket;
  if (!parent) return;
  const { children } = familyOf(desk, parent);
  openPicker(ui, {
    purpose: 'family',
    title: `${parent.number} ${parent.subject}`,
    isSearchable: true,
    choices: familyLines(desk, [parent, ...children], ui.store.get().language),
    choose: ({ id }) => openTicket(ui, id),
  });
}

function pickMessage(ui: Ui, ticketId: string): void {
  const t = familyTexts(ui.store.get().language);
  const own = { id: OWN_TEXT, label: t.ownText, detail: t.ownTextDetail, disabled: null };
  pickTemplate(ui, { title: t.messageTemplate, purpose: 'news', first: [own] }, (id) => {
    if (id === OWN_TEXT) return writeOwn(ui, ticketId);
    const parent = ui.desk().tickets.byId(ticketId);
    if (!parent) return;
    const ticketIds = childrenToTell(ui.desk(), parent).map((child) => child.id);
    const source = { templateId: id, set: {} };
    openMailing(ui, { purpose: 'news', ticketIds, ticketId, source });
  });
}

function writeOwn(ui: Ui, ticketId: string): void {
  if (ui.store.get().tab !== 'ticket') openTicket(ui, ticketId);
  openComposer(ui, ticketId, 'mass');
}

/** Reminds the chosen tickets; those that nobody has to be reminded of are told in the preview. */
function pickReminder(ui: Ui): void {
  const t = familyTexts(ui.store.get().language);
  const ticketIds = targets(ui);
  const waiting = ticketIds.filter((id) => {
    const ticket = ui.desk().tickets.byId(id);
    return ticket !== null && awaitsWord(ticket);
  });
  const [ticketId] = waiting;
  if (ticketId === undefined) return say(ui, t.why['not-waiting'], 'problem');
  pickTemplate(ui, { title: t.reminderTemplate, purpose: 'reminder', first: [] }, (templateId) => {
    openMailing(ui, { purpose: 'reminder', ticketIds, ticketId, source: { templateId, set: {} } });
  });
}

interface TemplateQuestion {
  readonly title: string;
  readonly purpose: keyof typeof SITUATIONS;
  readonly first: readonly Choice[];
}

function pickTemplate(
  ui: Ui,
  { title, purpose, first }: TemplateQuestion,
  choose: (id: string) => void,
): void {
  withLibrary(ui, ({ templates }) => {
    const { language } = ui.store.get();
    const offered = templates.filter(
      ({ lang, channels }) =>
        lang === language && channels.some((one) => one === 'mail' || one === 'chat'),
    );
    const rank = ({ id, situation }: (typeof offered)[number]) => {
      if (purpose === 'reminder' && REMINDERS.includes(id)) return 0;
      return situation === SITUATIONS[purpose] ? 1 : 2;
    };
    const sorted = offered.toSorted((a, b) => rank(a) - rank(b));
    openPicker(ui, {
      purpose: 'template',
      title,
      isSearchable: true,
      choices: [
        ...first,
        ...sorted.map(({ id, title: label, situation }) => ({
          ...{ id, label, detail: situationName(ui, situation), disabled: null },
        })),
      ],
      preview: ({ id }) => (templates.find((one) => one.id === id)?.body ?? '').split('\n'),
      choose: ({ id }) => choose(id),
    });
  });
}

/** Whom to call about what nobody has confirmed, to read and to copy from. */
function openCallRound(ui: Ui): void {
  const { language, timeZone } = ui.store.get();
  const t = familyTexts(language);
  const items = callRound(ui.desk());
  if (items.length === 0) return say(ui, t.callRoundEmpty);
  const count = items.reduce((sum, { tickets }) => sum + tickets.length, 0);
  const now = ui.desk().clock.now();
  const time = createTimeText(timeZone, language);
  openPager(ui, t.callRound(items.length, count), callRoundLines(items, { language, time, now }));
}
