import { standingOf } from '../../app/sync/sync-view.ts';
import { plural } from '../../i18n/fill.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Span, word } from './line.ts';
import type { TimeText } from './time-text.ts';

const MINUTE = 60_000;

/**
 * How the exchange with the server stands, with a sign beside the colour; null on a store without
 * a server, and where there is nothing to say in few cells.
 */
export function syncSpan(
  { sync, language, now }: Pick<UiState, 'sync' | 'language' | 'now'>,
  time: TimeText,
  isWordy: boolean,
): Span | null {
  if (sync === null) return null;
  const { state } = trayTexts(language);
  const waiting = sync.pending + sync.acked;
  const more = waiting > 0 ? ` ⇅${waiting}` : '';
  switch (standingOf(sync)) {
    case 'offline': {
      const lasted = now - (sync.trouble?.since ?? now);
      const length = lasted < MINUTE ? '' : time.length(lasted);
      const said = isWordy ? ` ${state.offline(length).trimEnd()}` : length;
      return word(`×${said}${more}`, 'warning');
    }
    case 'too-new':
      return word(`▲ ${state.tooNew}${more}`, 'warning');
    case 'server-old':
      return word(`▲ ${state.serverOld}${more}`, 'warning');
    case 'needs-login':
      return word(`✗ ${state.needsLogin}${more}`, 'breach');
    case 'revoked':
      return word(`✗ ${state.revoked}${more}`, 'breach');
    case 'waiting':
      return word(isWordy ? `⇅ ${state.waiting(String(waiting))}` : `⇅${waiting}`, 'muted');
    case 'discrepancies':
      // The tab of its own has the number in any case.
      if (!isWordy) return more === '' ? null : word(more.trim(), 'muted');
      return word(`${discrepancies(sync.discrepancies, language)}${more}`, 'warning');
    case 'synced':
      return isWordy ? word(`✓ ${state.synced}`, 'muted') : null;
    default:
      return null;
  }
}

function discrepancies(count: number, language: UiState['language']): string {
  const t = trayTexts(language);
  const [one = '', few = '', many = ''] = t.discrepancyForms;
  return t.state.discrepancies(`${count} ${plural(language, count, [one, few, many])}`);
}
