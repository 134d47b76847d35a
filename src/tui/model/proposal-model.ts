import { acceptArticle } from '../../app/knowledge/accept-article.ts';
import { compareVersions } from '../../app/knowledge/compare-versions.ts';
import type { OpenVersion } from '../../app/knowledge/list-reviews.ts';
import { type MyReviews, myReviews } from '../../app/knowledge/my-reviews.ts';
import { sendBackArticle } from '../../app/knowledge/send-back-article.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { proposalDepth } from '../present/proposal-lines.ts';
import { refusalText } from './act.ts';
import { answerAgain } from './knowledge-search.ts';
import type { Choice, Proposal } from './overlay-state.ts';
import { openPicker, openPrompt } from './overlays.ts';
import { openArticle } from './reader-model.ts';
import { say, type Ui } from './ui.ts';

/** Shows what of the articles waits for me: changes to decide, and marks that mine are outdated. */
export function showReviews(ui: Ui): void {
  const reviews = myReviews(ui.desk());
  const k = knowledgeTexts(ui.store.get().language);
  const choices = choicesOf(ui, reviews);
  if (choices.length === 0) return say(ui, k.noReviews);
  openPicker(ui, {
    purpose: 'reviews',
    title: k.pickReviews,
    isSearchable: true,
    choices,
    choose: ({ id }) => {
      const open = reviews.proposals[Number(id)];
      const mark = reviews.outdated[Number(id) - reviews.proposals.length];
      if (open) openProposal(ui, open);
      else if (mark) void openArticle(ui, mark.articleId, mark.lang);
    },
  });
}

function choicesOf(ui: Ui, { proposals, outdated }: MyReviews): Choice[] {
  const k = knowledgeTexts(ui.store.get().language);
  const items = [
    ...proposals.map((open) => ({
      label: titleOf(open),
      detail: k.proposalBy(open.authorName, open.version.version),
    })),
    ...outdated.map(({ articleId, personName, text }) => ({
      label: text === '' ? articleId : `${articleId}: ${text}`,
      detail: k.outdatedBy(personName),
    })),
  ];
  return items.map((item, i) => ({ ...item, id: String(i), disabled: null }));
}

function titleOf({ version }: OpenVersion): string {
  return version.about?.title ?? version.articleId;
}

function openProposal(ui: Ui, open: OpenVersion): void {
  const { articleId: id, lang, version } = open.version;
  const compared = compareVersions(ui.desk(), { id, lang }, { to: version });
  if (!compared.ok) return say(ui, refusalText(ui, compared.problem), 'problem');
  const { lines } = compared.value;
  ui.store.set({ overlay: { type: 'proposal', open, title: titleOf(open), lines, scroll: 0 } });
}

function proposalOf(ui: Ui): Proposal | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'proposal' ? overlay : null;
}

/** Scrolls the change by rows; it stops at its ends. */
export function scrollProposal(ui: Ui, delta: number): void {
  const proposal = proposalOf(ui);
  if (!proposal) return;
  const last = proposalDepth(proposal, ui.store.get());
  const scroll = Math.max(0, Math.min(last, proposal.scroll + delta));
  ui.store.set({ overlay: { ...proposal, scroll } });
}

/** Publishes the change; over a newer version it asks for a reason. */
export function acceptProposal(ui: Ui): void {
  const proposal = proposalOf(ui);
  if (!proposal) return;
  if (!proposal.open.isStale) {
    const problem = accept(ui, proposal, '');
    if (problem !== null) say(ui, problem, 'problem');
    return;
  }
  openPrompt(ui, {
    title: knowledgeTexts(ui.store.get().language).promptAcceptAnyway,
    submit: (note) => accept(ui, proposal, note.trim()),
  });
}

/** A sentence when it cannot be accepted. */
function accept(ui: Ui, { open, title }: Proposal, note: string): string | null {
  const { articleId: id, lang, version } = open.version;
  const done = acceptArticle(ui.desk(), { id, lang }, { version, note });
  if (!done.ok) return refusalText(ui, done.problem);
  decided(ui, knowledgeTexts(ui.store.get().language).toastAccepted(title));
  return null;
}

/** Gives the change back to its author with what to mend. */
export function sendProposalBack(ui: Ui): void {
  const proposal = proposalOf(ui);
  if (!proposal) return;
  const { open, title } = proposal;
  const { articleId: id, lang, version } = open.version;
  const k = knowledgeTexts(ui.store.get().language);
  openPrompt(ui, {
    title: k.promptSendBack,
    submit: (reason) => {
      const asked = { version, reason: reason.trim() };
      const done = sendBackArticle(ui.desk(), { id, lang }, asked);
      if (!done.ok) return refusalText(ui, done.problem);
      decided(ui, k.toastSentBack(title));
      return null;
    },
  });
}

/** Opens the article as its readers see it now. */
export function readProposed(ui: Ui): void {
  const proposal = proposalOf(ui);
  if (!proposal) return;
  const { articleId, lang } = proposal.open.version;
  ui.store.set({ overlay: null });
  void openArticle(ui, articleId, lang);
}

/** The next one that waits is offered at once. */
function decided(ui: Ui, sentence: string): void {
  ui.store.set({ overlay: null });
  answerAgain(ui);
  const { proposals, outdated } = myReviews(ui.desk());
  if (proposals.length + outdated.length > 0) showReviews(ui);
  say(ui, sentence);
}
