import { listDrafts } from '../../app/ticket/save-draft.ts';
import { showTicket, type TicketView } from '../../app/ticket/show-ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { createTimeText } from '../present/time-text.ts';
import { target } from './act.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { say, texts, type Ui } from './ui.ts';

/** One thing that can go to the clipboard; a text of nothing says why it cannot be chosen. */
interface Copyable {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Offers what of the ticket can go to the clipboard. */
export function openCopyMenu(ui: Ui): void {
  const t = texts(ui);
  const id = target(ui);
  const view = id ? showTicket(ui.desk(), id) : null;
  if (!view) return say(ui, t.disabledNoTicket, 'problem');
  const things = copyables(ui, view);
  openPicker(ui, {
    purpose: 'copy',
    title: t.pickCopy,
    isSearchable: false,
    choices: things.map((thing): Choice => {
      const { id, name, text } = thing;
      return { id, label: name, detail: detailOf(ui, text), disabled: whyNot(ui, thing) };
    }),
    preview: (choice) => (things.find((thing) => thing.id === choice.id)?.text ?? '').split('\n'),
    choose: (choice) => {
      const thing = things.find((one) => one.id === choice.id);
      if (thing) void copyToClipboard(ui, thing.text, thing.name);
    },
  });
}

/** Copies the text being written. */
export function copyDraft(ui: Ui): void {
  const { composer } = ui.store.get();
  void copyToClipboard(ui, composer?.history.present.text ?? '', texts(ui).copyDraft);
}

/** Puts a text on the clipboard and says so; `what` names it. */
export async function copyToClipboard(ui: Ui, text: string, what: string): Promise<void> {
  const result = await ui.terminal.copy(text);
  const t = texts(ui);
  if (!result.ok) {
    return say(ui, result.reason === 'empty' ? t.toastCopyEmpty : t.toastCopyFailed, 'problem');
  }
  const { copySent } = workTexts(ui.store.get().language);
  // No terminal answers whether it took the text, so nothing more than the sending is claimed.
  say(ui, result.via === 'osc52' ? copySent(what) : t.toastCopied(what));
}

function copyables(ui: Ui, view: TicketView): readonly Copyable[] {
  const t = texts(ui);
  const { language } = ui.store.get();
  const { number, subject } = view.ticket;
  const time = createTimeText(ui.desk().config.timeZone, language);
  const last = view.entries.findLast(({ kind }) => kind !== 'system');
  const draft = listDrafts(ui.desk()).find((d) => d.ticketId === view.ticket.id);
  const now = ui.desk().clock.now();
  return [
    { id: 'number', name: t.copyNumber, text: number },
    { id: 'subject', name: t.copySubject, text: `${number} ${subject}` },
    { id: 'last', name: t.copyText, text: last?.text ?? '' },
    { id: 'all', name: t.copyAll, text: wholeTicket(view, language, (at) => time.at(at, now)) },
    { id: 'draft', name: t.copyDraft, text: draft?.text ?? '' },
  ];
}

/** The ticket as a plain text for another place: what it is, then its timeline. */
export function wholeTicket(
  view: TicketView,
  language: Language,
  at: (ms: number) => string,
): string {
  const t = tuiTexts(language);
  const { ticket, customer, contact, entries } = view;
  const people = [customer?.name ?? t.noCustomer, contact?.name ?? ''].filter((p) => p !== '');
  const head = [`${ticket.number} ${ticket.subject}`, people.join(' · ')].join('\n');
  const texts = entries.map((entry) => {
    const nobody = entry.author.type === 'contact' ? t.entryCustomer : t.entrySystem;
    const who = entry.authorName === '' ? nobody : entry.authorName;
    const mark = entry.author.type === 'person' && entry.visibility === 'public' ? '→ ' : '';
    const inside = entry.visibility === 'internal' ? ` (${t.composerInternal})` : '';
    const files = entry.attachments.map((file) => `▪ ${file.name}`);
    return [`${at(entry.at)} ${mark}${who}${inside}`, entry.text.trimEnd(), ...files].join('\n');
  });
  return `${[head, ...texts].join('\n\n')}\n`;
}

function detailOf(ui: Ui, text: string): string {
  const [first = ''] = text.split('\n', 1);
  const { copyChars } = workTexts(ui.store.get().language);
  return text.length > 60 || text.includes('\n') ? copyChars(text.length) : first;
}

function whyNot(ui: Ui, { id, text }: Copyable): string | null {
  if (text.trim() !== '') return null;
  return id === 'draft' ? texts(ui).disabledNoDraft : texts(ui).toastCopyEmpty;
}
