import { findQueue, findSaved, listQueues } from '../../app/queue/list-queues.ts';
import { rememberFilter } from '../../app/queue/past-filters.ts';
import { queueAsLine } from '../../app/queue/queue-query.ts';
import { deleteQueue, moveQueue, renameQueue, saveQueue } from '../../app/queue/save-queue.ts';
import { countQueues } from '../../app/ticket/list-queue.ts';
import { queueCode } from '../../domain/saved-queue.ts';
import { describeRefusal } from '../../i18n/messages.ts';
import { type QueuesTexts, queuesTexts } from '../../i18n/queues-texts.ts';
import { openPrompt } from './overlays.ts';
import { openQueue } from './queue-model.ts';
import { say, type Ui } from './ui.ts';

function words(ui: Ui): QueuesTexts {
  return queuesTexts(ui.store.get().language);
}

/** Why there is nothing to save; null when there is. */
export function whyNotSave(ui: Ui): string | null {
  return ui.store.get().queue.filter.trim() === '' ? words(ui).noFilter : null;
}

/** Why the open queue cannot be changed; null when it can. */
export function whyNotChange(ui: Ui): string | null {
  return openSaved(ui) === null ? words(ui).notSaved : null;
}

/** Asks for a name and saves what is seen now under it, for me or for the desk. */
export function askQueueName(ui: Ui, isForDesk: boolean): void {
  const { queue, language } = ui.store.get();
  const t = words(ui);
  openPrompt(ui, {
    title: isForDesk ? t.askDeskName : t.askName,
    explain: (name) => (name.trim() === '' ? '' : t.shownAs(queueCode(name))),
    submit: (name) => {
      const desk = ui.desk();
      const query = queueAsLine(findQueue(desk, queue.code), queue.filter);
      const done = saveQueue(desk, { name, query, isForDesk });
      if (!done.ok) return describeRefusal(done.problem, language);
      openQueue(ui, done.value.code);
      say(ui, t.toastSaved(done.value.title));
      return null;
    },
  });
}

/** Asks for another name of the open queue. */
export function askNewName(ui: Ui): void {
  const saved = openSaved(ui);
  if (!saved) return;
  const { language } = ui.store.get();
  const t = words(ui);
  openPrompt(ui, {
    title: t.askNewName(saved.title),
    text: saved.title,
    explain: (name) => (name.trim() === '' ? '' : t.shownAs(queueCode(name))),
    submit: (name) => {
      const done = renameQueue(ui.desk(), saved, name);
      if (!done.ok) return describeRefusal(done.problem, language);
      openQueue(ui, done.value.code, ui.store.get().queue.filter);
      say(ui, t.toastRenamed(done.value.title));
      return null;
    },
  });
}

/** Takes the open queue away; its line stands among the earlier filters, to be saved again. */
export function dropQueue(ui: Ui): void {
  const saved = openSaved(ui);
  if (!saved) return;
  const { language } = ui.store.get();
  const done = deleteQueue(ui.desk(), saved);
  if (!done.ok) return say(ui, describeRefusal(done.problem, language), 'problem');
  rememberFilter(ui.desk(), saved.query);
  openQueue(ui, listQueues(ui.desk())[0]?.code ?? '');
  say(ui, words(ui).toastDeleted(saved.title));
}

/** Moves the tab of the open queue to the left or to the right. */
export function shiftQueue(ui: Ui, delta: 1 | -1): void {
  const desk = ui.desk();
  const { code } = ui.store.get().queue;
  const codes = listQueues(desk).map((queue) => queue.code);
  const place = codes.indexOf(code) + delta;
  if (place < 0) return say(ui, words(ui).toastFirst);
  if (place >= codes.length) return say(ui, words(ui).toastLast);
  moveQueue(desk, code, place);
  ui.store.set({ counts: countQueues(desk) });
}

function openSaved(ui: Ui) {
  return findSaved(ui.desk(), ui.store.get().queue.code);
}
