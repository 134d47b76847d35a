import { standingOf } from '../../app/sync/sync-view.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import { say, type Ui } from './ui.ts';

/** Exchanges with the server now, or says why that does not help. */
export function askServer(ui: Ui): void {
  const { sync, language } = ui.store.get();
  const t = trayTexts(language).toast;
  ui.link?.insist();
  switch (sync && standingOf(sync)) {
    case 'too-new':
      return say(ui, t.tooNew, 'problem');
    case 'server-old':
      return say(ui, t.serverOld, 'problem');
    case 'needs-login':
      return say(ui, t.needsLogin, 'problem');
    case 'revoked':
      return say(ui, t.revoked, 'problem');
    default:
      return say(ui, t.asked);
  }
}
