import { Box } from 'ink';
import { ComposerPane } from '../components/ComposerPane.tsx';
import { Lines } from '../components/Lines.tsx';
import { Row } from '../components/Row.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { useKept } from '../hooks/use-kept.ts';
import { divider, rule } from '../present/entry-lines.ts';
import { ticketLayout } from '../present/layout.ts';
import { ticketNotice } from '../present/notice-line.ts';
import { besideLine, sideLines } from '../present/side-lines.ts';
import { pickUpLine, ticketCard } from '../present/ticket-card.ts';
import { ticketLines } from '../present/ticket-lines.ts';
import { timeOfferLine } from '../present/time-offer-line.ts';

/** One ticket: its card, its timeline, the composer, and what may help beside it. */
export function TicketScreen({ ui, state, theme, time }: ScreenProps) {
  const { ticket, columns } = state;
  const layout = ticketLayout(state);
  const view = ticket?.view ?? null;
  const lines = useKept([view, layout.timelineWidth, state.now, time], () =>
    view ? ticketLines(view, state, time, layout.timelineWidth) : [],
  );
  if (!ticket) return null;
  const last = Math.max(0, lines.length - layout.timelineHeight);
  const top = ticket.scroll < 0 ? last : Math.min(ticket.scroll, last);
  const bodyHeight = state.rows - 5;
  const card = ticketCard(ticket.view, state, time, columns);
  return (
    <Box flexDirection="column" height={state.rows - 2} overflow="hidden">
      <Lines
        lines={[
          ...card,
          timeOfferLine(state, time, columns) ??
            ticketNotice(state, time, columns) ??
            pickUpLine(ticket.pickUp, state, time, columns),
        ]}
        width={columns}
        height={3}
        theme={theme}
      />
      <Box height={bodyHeight}>
        <Box flexDirection="column" width={layout.timelineWidth} height={bodyHeight}>
          <Lines
            lines={lines.slice(top, top + layout.timelineHeight)}
            width={layout.timelineWidth}
            height={layout.timelineHeight}
            theme={theme}
          />
          {layout.hintHeight > 0 && (
            <Row line={besideLine(state, columns)} width={columns} theme={theme} />
          )}
          {state.composer && (
            <>
              <Row line={rule(layout.timelineWidth)} width={layout.timelineWidth} theme={theme} />
              <ComposerPane
                {...{ ui, state, theme, time }}
                width={layout.timelineWidth}
                height={layout.composerHeight}
              />
            </>
          )}
        </Box>
        {layout.sideWidth > 0 && (
          <>
            <Lines lines={divider(bodyHeight)} width={1} height={bodyHeight} theme={theme} />
            <Lines
              lines={sideLines(state, time, layout.sideWidth)}
              width={layout.sideWidth}
              height={bodyHeight}
              theme={theme}
            />
          </>
        )}
      </Box>
    </Box>
  );
}
