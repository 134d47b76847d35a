import { typedPath } from '../../app/desk/typed-path.ts';
import { attachFile, checkFile } from '../../app/ticket/attach-file.ts';
import { claimedKind, openFile, saveFile } from '../../app/ticket/open-file.ts';
import { type FoundFile, filesOf } from '../../app/ticket/ticket-files.ts';
import { type FoundLink, linksOf } from '../../app/ticket/ticket-links.ts';
import { describeError } from '../../i18n/messages.ts';
import { type WorkTexts, workTexts } from '../../i18n/work-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { UserError } from '../../util/user-error.ts';
import { fileSize } from '../present/file-size.ts';
import { createTimeText } from '../present/time-text.ts';
import { isSsh } from '../terminal/capabilities.ts';
import { target } from './act.ts';
import { copyToClipboard } from './copy-model.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker, openPrompt } from './overlays.ts';
import { sayProblem } from './say-problem.ts';
import { say, texts, type Ui } from './ui.ts';

function words(ui: Ui): WorkTexts {
  return workTexts(ui.store.get().language);
}

/** Lists the files and links of the ticket to open one. Nothing is opened without this choice. */
export function openAttachments(ui: Ui): void {
  const id = target(ui);
  if (!id) return say(ui, texts(ui).disabledNoTicket, 'problem');
  const files = filesOf(ui.desk(), id).toReversed();
  const links = linksOf(ui.desk(), id);
  if (files.length + links.length === 0) return say(ui, words(ui).noFiles);
  openPicker(ui, {
    purpose: 'attachment',
    title: texts(ui).pickAttachment,
    isSearchable: false,
    choices: [
      ...files.map((file) => fileChoice(ui, file)),
      ...links.map((link, i) => linkChoice(ui, link, i)),
    ],
    choose: (choice) => {
      const file = files.find(({ place }) => choice.id === `file-${place}`);
      if (file) return void showFile(ui, file).catch((error) => sayProblem(ui, error));
      const link = links.find((_, i) => choice.id === `link-${i}`);
      if (link) openLink(ui, link);
    },
  });
}

function fileChoice(ui: Ui, file: FoundFile): Choice {
  const { language } = ui.store.get();
  const time = createTimeText(ui.desk().config.timeZone, language);
  const kind = words(ui).fileKind[claimedKind(file)];
  const at = time.at(file.at, ui.desk().clock.now());
  const detail = `${kind} · ${fileSize(file.size)} · ${at}`;
  return { id: `file-${file.place}`, label: `▪ ${file.name}`, detail, disabled: null };
}

function linkChoice(ui: Ui, link: FoundLink, place: number): Choice {
  const detail = words(ui).linkOpens(link.host);
  return { id: `link-${place}`, label: `→ ${link.written}`, detail, disabled: null };
}

/** Text goes to the pager, a picture to the terminal or a viewer; the rest is saved to a folder. */
async function showFile(ui: Ui, file: FoundFile): Promise<void> {
  ui.practice?.opened({ file: file.name });
  const opened = await openFile(ui.desk(), file);
  if (opened.kind === 'text') {
    const safe = toSafe(opened.text, { multiline: true, maxLine: Number.POSITIVE_INFINITY });
    return ui.terminal.page(safe);
  }
  const isImage = opened.kind === 'image';
  if (isImage && (await ui.terminal.showImage(opened.bytes))) return;
  const path = saveFile(ui.desk(), file, opened);
  // A viewer is started for what is a picture by its own bytes, never by the sender's word.
  const isOpened = isImage && !isSsh(ui.terminal.env) && (await ui.terminal.open(path));
  if (isOpened) return say(ui, words(ui).openedOutside(file.name));
  await copyToClipboard(ui, path, `${words(ui).pathName} ${path}`);
}

/** An address that looks like another one is shown as it really is before it is opened. */
function openLink(ui: Ui, link: FoundLink): void {
  if (!link.isDisguised) return void visit(ui, link);
  const w = words(ui);
  const choice = (id: string, label: string, detail = ''): Choice => {
    return { id, label, detail, disabled: null };
  };
  openPicker(ui, {
    purpose: 'link',
    title: w.linkConfirm(link.host),
    isSearchable: false,
    choices: [
      choice('no', w.linkConfirmNo),
      choice('copy', w.linkConfirmCopy, link.href),
      choice('open', w.linkConfirmOpen, w.linkLooksLike(link.written, link.host)),
    ],
    choose: ({ id }) => {
      if (id === 'open') void visit(ui, link);
      if (id === 'copy') void copyToClipboard(ui, link.href, w.linkName);
    },
  });
}

async function visit(ui: Ui, { href, host }: FoundLink): Promise<void> {
  const isOpened = !isSsh(ui.terminal.env) && (await ui.terminal.open(href));
  if (isOpened) return say(ui, words(ui).openedOutside(host));
  await copyToClipboard(ui, href, words(ui).linkName);
}

/** Asks for a file of this machine to go with the text being written. */
export function askAttachment(ui: Ui): void {
  if (!ui.store.get().composer) return;
  openPrompt(ui, {
    title: words(ui).promptAttach,
    explain: (text) => explainPath(ui, text),
    submit: (text) => {
      try {
        const file = attachFile(ui.desk(), typedPath(text, ui.terminal.env));
        const { composer } = ui.store.get();
        if (!composer) return null;
        const attachments = [...composer.attachments, file];
        ui.store.set({ composer: { ...composer, attachments, savedAt: null } });
        say(ui, words(ui).attached(file.name));
        return null;
      } catch (error) {
        return problemText(ui, error);
      }
    },
  });
}

function explainPath(ui: Ui, text: string): string {
  if (text.trim() === '') return '';
  try {
    const { name, size } = checkFile(typedPath(text, ui.terminal.env));
    return words(ui).attachMeans(name, fileSize(size));
  } catch {
    // While a path is being typed it is wrong most of the time; Enter says what is.
    return '';
  }
}

function problemText(ui: Ui, error: unknown): string {
  if (error instanceof UserError) return describeError(error, ui.store.get().language);
  throw error;
}
