import { type AwayTicket, isQuiet, whileAway } from '../../app/ticket/while-away.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { createTimeText } from '../present/time-text.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { openTicket } from './ticket-model.ts';
import { openDraft } from './tray-model.ts';
import { texts, type Ui } from './ui.ts';
import type { AwayStrip } from './ui-state.ts';

/**
 * What happened while nobody was here since `since` (epoch ms), in one line; null for nothing. What
 * ran out meanwhile comes first and is named.
 */
export function awayStrip(ui: Ui, since: number, title: string | null = null): AwayStrip | null {
  const t = texts(ui);
  const away = whileAway(ui.desk(), since);
  if (isQuiet(away)) return null;
  const { answers, promises, changes, drafts } = away;
  const ranOut = promises.filter(({ at }) => since < at && at <= ui.desk().clock.now());
  const counts = [
    [answers.length, t.stripAnswers],
    [promises.length - ranOut.length, t.stripPromises],
    [changes.length, t.stripTaken],
    [drafts.length, t.stripDrafts],
  ] as const;
  const counted = counts.filter(([count]) => count > 0).map(([count, say]) => say(count));
  const text = [...brokenOnes(ui, ranOut), ...counted].join(' · ');
  return { title, text, since, overId: ui.store.get().queue.selectedId };
}

/** Further ones are counted. */
const NAMED = 2;

function brokenOnes(ui: Ui, ranOut: readonly AwayTicket[]): string[] {
  const t = promiseTexts(ui.store.get().language);
  const named = ranOut.slice(0, NAMED).map(({ at, number }) => t.ranOut(when(ui, at), number));
  const more = ranOut.length - named.length;
  return more > 0 ? [...named, t.ranOutMore(more)] : named;
}

interface Step {
  readonly choice: Choice;
  open(): void;
}

/** Walks through what the strip counts: answers first, then promises, changes of others, drafts. */
export function walkAway(ui: Ui, { since, title }: AwayStrip): void {
  const { answers, promises, changes, drafts } = whileAway(ui.desk(), since);
  const steps: Step[] = [
    ...answers.map((ticket) => ticketStep(ui, '←', ticket)),
    ...promises.map((ticket) => ticketStep(ui, '◷', { ...ticket, at: ticket.promise.dueAt })),
    ...changes.map((ticket) => ticketStep(ui, '⇡', ticket)),
    ...drafts.map((draft): Step => {
      const label = `✎ ${draft.text.trim().split('\n', 1)[0] ?? ''}`;
      const detail = when(ui, draft.updatedAt);
      return {
        choice: { id: draft.id, label, detail, disabled: null },
        open: () => openDraft(ui, draft),
      };
    }),
  ];
  ui.store.set({ strip: null });
  openPicker(ui, {
    purpose: 'away',
    title: title ?? texts(ui).stripTitle,
    isSearchable: true,
    choices: steps.map(({ choice }) => choice),
    choose: ({ id }) => steps.find(({ choice }) => choice.id === id)?.open(),
  });
}

function ticketStep(ui: Ui, mark: string, ticket: AwayTicket): Step {
  const { ticketId, number, subject, at } = ticket;
  const label = `${mark} ${number}  ${subject}`;
  const choice = { id: `${mark}${ticketId}`, label, detail: when(ui, at), disabled: null };
  return { choice, open: () => openTicket(ui, ticketId) };
}

function when(ui: Ui, at: number): string {
  const desk = ui.desk();
  return createTimeText(desk.config.timeZone, ui.store.get().language).at(at, desk.clock.now());
}
