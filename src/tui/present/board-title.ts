import type { Board } from '../../app/board/board.ts';
import { boardTexts } from '../../i18n/board-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { fitting, type Line, lineWidth, span, spread, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** Which shift it is, who leads it, who is here, how long it lasts, and of when all of this is. */
export function boardTitle(board: Board, state: UiState, time: TimeText): Line {
  const t = boardTexts(state.language);
  const { plan, state: shift, names } = board.shift;
  const right = freshness(board, state, time);
  const lead = shift?.leadId ?? null;
  const leadName = lead === state.meId ? t.me : (names.get(lead ?? '') ?? '');
  const name = plan.name[state.language];
  const hours = `${time.clock(plan.startsAt)}–${time.clock(plan.endsAt)}`;
  const startKey = board.shift.mayLead ? [word(`  ${t.startKey}`, 'key')] : [];
  const parts: readonly Line[] = [
    [span(toSafe(` ${name.includes(':') ? '' : `${name} `}${hours}`), 'title')],
    lead === null
      ? [word(` · ${shift === null ? t.notOpened : t.noLead}`, 'warning'), ...startKey]
      : [span(toSafe(` · ${t.lead(leadName)}`))],
    [word(` · ${untilEnd(board, time, t)}`, board.asOf > plan.endsAt ? 'warning' : 'plain')],
    presence(board, t),
  ];
  const room = state.columns - lineWidth(right) - 1;
  return spread(fitting(parts, room).flat(), right, state.columns);
}

type Texts = ReturnType<typeof boardTexts>;

function presence({ shift }: Board, t: Texts): Line {
  const members = (shift.state?.members ?? []).filter(({ part }) => part !== 'reserve');
  const here = (shift.state?.members ?? []).filter(
    ({ cameAt, leftAt }) => cameAt !== null && leftAt === null,
  );
  if (members.length === 0) return [];
  return [word(` · ${t.present(here.length, members.length)}`)];
}

function untilEnd({ asOf, shift: { plan } }: Board, time: TimeText, t: Texts): string {
  const left = plan.endsAt - asOf;
  return left >= 0 ? t.untilHandover(time.length(left)) : t.overSince(time.length(-left));
}

/** Without a connection what colleagues did since is not known: the last exchange says from when on. */
function freshness(board: Board, { sync, language }: UiState, time: TimeText): Line {
  const t = boardTexts(language);
  const said = t.asOf(time.clock(board.asOf));
  const isCut = sync !== null && (sync.state === 'offline' || sync.trouble !== null);
  if (!isCut) return [word(`${said} `, 'muted')];
  const { lastSyncAt } = sync;
  const exchange = lastSyncAt === null ? '' : t.asOfServer(time.at(lastSyncAt, board.asOf));
  return [word(`× ${exchange === '' ? said : exchange} `, 'warning')];
}
