import { whyNotWrite } from '../../app/supervision/ask-review.ts';
import { findTicketId } from '../../app/ticket/find-ticket.ts';
import { handoverWords } from '../../domain/handover/handover-words.ts';
import type { Status } from '../../domain/vocabulary.ts';
import { actOnTargets, refusalText, target, targets, whyNoTicket } from '../model/act.ts';
import { openComposer } from '../model/composer-model.ts';
import { actOrComplete } from '../model/kind-form-model.ts';
import { isSolvedWithOthers } from '../model/known-incident.ts';
import { offerLesson } from '../model/offer-lesson.ts';
import type { Choice } from '../model/overlay-state.ts';
import { openPicker, openPrompt } from '../model/overlays.ts';
import { askPriority } from '../model/priority-model.ts';
import { askSnooze } from '../model/snooze-model.ts';
import { say, texts, type Ui } from '../model/ui.ts';
import type { Action, Context } from './action.ts';
import { later } from './later.ts';

const onTickets: readonly Context[] = ['queue', 'ticket'];

/** A choice without a detail. */
function choice(id: string, label: string, detail = ''): Choice {
  return { id, label, detail, disabled: null };
}

function pickStatus(ui: Ui): void {
  const t = texts(ui);
  const ids = targets(ui);
  const { language } = ui.store.get();
  const offered = ui
    .desk()
    .config.statuses.filter(
      (s) => s.code !== 'new' && s.code !== 'merged' && s.code !== 'scheduled',
    );
  openPicker(ui, {
    purpose: 'status',
    title: t.pickStatus,
    isSearchable: false,
    choices: offered.map((s) => choice(s.code, s.name[language])),
    choose: ({ id, label }) => {
      if (id === 'resolved') return resolve(ui, ids);
      if (id === 'closed') return confirm(ui, ids);
      // The choices are the statuses of the pack.
      const status = id as Status;
      actOrComplete(ui, ids, {
        command: { type: 'set-status', status, reason: '' },
        done: (number) => t.toastStatus(number, label),
      });
    },
  });
}

function resolve(ui: Ui, ids: readonly string[]): void {
  const t = texts(ui);
  const [only] = ids;
  // A mass incident is solved together with what belongs to it.
  if (only !== undefined && ids.length === 1 && isSolvedWithOthers(ui, only)) {
    return void solveTogether(ui);
  }
  actOrComplete(ui, ids, {
    command: { type: 'resolve', solution: '' },
    done: t.toastResolved,
    after: (id) => offerLesson(ui, id),
  });
}

const solveTogether = later(
  () => import('../model/family-menu.ts'),
  ({ choose }, ui) => choose(ui, 'solve'),
);

function confirm(ui: Ui, ids: readonly string[]): void {
  const t = texts(ui);
  openPrompt(ui, {
    title: t.promptConfirm,
    submit: (text) => {
      const [by = '', ...how] = text.split(',');
      const said = handoverWords[ui.desk().config.language].customerSaid;
      const way = how.join(',').trim() || said;
      const command = { type: 'confirm', by: by.trim(), how: way } as const;
      actOrComplete(ui, ids, { command, done: t.toastConfirmed });
      return null;
    },
  });
}

function pickPerson(ui: Ui): void {
  const t = texts(ui);
  const ids = targets(ui);
  const { language } = ui.store.get();
  const desk = ui.desk();
  const lines = new Map(desk.config.lines.map((l) => [l.code, l.short[language]]));
  const people = desk.people.persons().filter((p) => p.role !== 'connector');
  const sorted = people.toSorted(
    (a, b) => Number(b.id === desk.me.id) - Number(a.id === desk.me.id),
  );
  openPicker(ui, {
    purpose: 'person',
    title: t.pickPerson,
    isSearchable: true,
    choices: sorted.map((p) => choice(p.id, p.name, lines.get(p.line) ?? p.line)),
    choose: ({ id, label }) =>
      actOnTargets(ui, ids, { type: 'assign', personId: id }, (number) =>
        t.toastAssigned(number, label),
      ),
  });
}

function askTags(ui: Ui): void {
  const t = texts(ui);
  const ids = targets(ui);
  openPrompt(ui, {
    title: t.promptTag,
    submit: (text) => {
      const tags = text.split(/[\s,]+/).filter((tag) => tag !== '');
      const add = tags.filter((tag) => !tag.startsWith('-')).map((tag) => tag.replace(/^\+/, ''));
      const remove = tags.filter((tag) => tag.startsWith('-')).map((tag) => tag.slice(1));
      actOnTargets(ui, ids, { type: 'tag', add, remove }, t.toastTagged);
      return null;
    },
  });
}

function askReason(ui: Ui): void {
  const t = texts(ui);
  const ids = targets(ui);
  openPrompt(ui, {
    title: t.promptReturn,
    submit: (reason) => {
      actOnTargets(ui, ids, { type: 'return', reason }, t.toastReturned);
      return null;
    },
  });
}

function askLink(ui: Ui): void {
  const t = texts(ui);
  const ids = targets(ui);
  openPrompt(ui, {
    title: t.promptLink,
    submit: (text) => {
      const ticketId = findTicketId(ui.desk(), text);
      if (!ticketId) return t.toastNotFound;
      const link = { ticketId, relation: 'related' } as const;
      actOnTargets(ui, ids, { type: 'link', link }, t.toastLinked);
      return null;
    },
  });
}

function write(ui: Ui, kind: 'reply' | 'note'): void {
  const [id] = targets(ui);
  if (!id) return;
  openComposer(ui, id, kind);
  const isLive = ui.practice === undefined;
  const why = kind === 'reply' && isLive ? whyNotWrite(ui.desk(), id) : null;
  // Said before the first word; what is typed all the same stays a draft or becomes a note.
  if (why !== null) say(ui, refusalText(ui, why), 'problem');
}

function askSubject(ui: Ui): void {
  const t = texts(ui);
  const id = target(ui);
  const ticket = id ? ui.desk().tickets.byId(id) : null;
  if (!id || !ticket) return;
  openPrompt(ui, {
    title: t.promptSubject,
    text: ticket.subject,
    submit: (subject) => {
      actOnTargets(ui, [id], { type: 'set-fields', fields: { subject } }, (number) =>
        t.toastStatus(number, t.promptSubject),
      );
      return null;
    },
  });
}

type Parts = Omit<Action, 'contexts' | 'whyNot'>;

/** What is done to tickets, from the list as well as from the open ticket. */
export const ticketActions: readonly Action[] = (
  [
    { id: 'reply', title: 'reply', keys: ['r'], hint: 3, run: (ui) => write(ui, 'reply') },
    { id: 'note', title: 'note', keys: ['i'], hint: 4, run: (ui) => write(ui, 'note') },
    { id: 'status', title: 'status', keys: ['s'], hint: 5, run: pickStatus },
    { id: 'assign', title: 'assign', keys: ['a'], run: pickPerson },
    {
      id: 'unassign',
      title: 'unassign',
      keys: ['A'],
      run: (ui) =>
        actOnTargets(
          ui,
          targets(ui),
          { type: 'assign', personId: null },
          texts(ui).toastUnassigned,
        ),
    },
    { id: 'priority', title: 'priority', keys: ['g p'], run: askPriority },
    { id: 'tag', title: 'tag', keys: ['g t'], run: askTags },
    { id: 'schedule', title: 'schedule', keys: ['g s'], run: askSnooze },
    { id: 'resolve', title: 'resolve', keys: ['g d'], run: (ui) => resolve(ui, targets(ui)) },
    { id: 'confirm', title: 'confirm', keys: ['g c'], run: (ui) => confirm(ui, targets(ui)) },
    { id: 'return', title: 'return', keys: ['g r'], run: askReason },
    {
      id: 'reopen',
      title: 'reopen',
      keys: ['g o'],
      run: (ui) =>
        actOnTargets(ui, targets(ui), { type: 'reopen', reason: '' }, texts(ui).toastReopened),
    },
    { id: 'link', title: 'link', keys: ['g k'], run: askLink },
    { id: 'subject', title: 'subject', keys: ['g e'], run: askSubject },
  ] satisfies readonly Parts[]
).map((parts) => ({ ...parts, contexts: onTickets, whyNot: whyNoTicket }));
