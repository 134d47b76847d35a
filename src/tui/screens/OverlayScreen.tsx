import { Lines } from '../components/Lines.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { acceptanceRows } from '../present/acceptance-lines.ts';
import { callRows } from '../present/call-lines.ts';
import { cardRows } from '../present/card-lines.ts';
import { choiceRows } from '../present/choice-lines.ts';
import { formRows } from '../present/form-lines.ts';
import { insertRows } from '../present/insert-lines.ts';
import { ladderRows } from '../present/ladder-lines.ts';
import { mailingRows, memberRows } from '../present/mailing-lines.ts';
import { type OverlayRows, pagerRows, pickerRows, promptRows } from '../present/overlay-lines.ts';
import { proposalRows } from '../present/proposal-lines.ts';
import { reviewLines } from '../present/review-lines.ts';

/** Whatever stands over the tabs: it takes the whole body, since boxes in boxes tire the eye. */
export function OverlayScreen({ ui, state, theme, time }: ScreenProps) {
  const height = state.rows - 2;
  const rows = overlayRows({ ui, state, theme, time }, height);
  if (!rows) return null;
  return (
    <Lines
      lines={rows.lines}
      width={state.columns}
      height={height}
      theme={theme}
      selected={rows.selected}
    />
  );
}

function overlayRows(props: ScreenProps, height: number): OverlayRows | null {
  const { state } = props;
  const { overlay, composer, columns: width } = state;
  switch (overlay?.type) {
    case 'picker':
      return overlay.isUnderText && composer
        ? insertRows(overlay, composer, props)
        : pickerRows(overlay, state, height);
    case 'prompt':
      return promptRows(overlay, width);
    case 'pager':
    case 'shift-report':
      return pagerRows(overlay, width, height);
    case 'review':
      return composer && { lines: reviewLines(overlay, composer, props) };
    case 'proposal':
      return proposalRows(overlay, state, height);
    case 'call':
      return callRows(overlay, state);
    case 'ladder':
      return ladderRows(overlay, { ...props, config: props.ui.desk().config }, height);
    case 'card':
      return cardRows(overlay, { state, config: props.ui.desk().config }, height);
    case 'mailing':
      return mailingRows(overlay, props, height);
    case 'members':
      return memberRows(overlay, props, height);
    case 'acceptance':
      return acceptanceRows(overlay, props, height);
    case 'choices':
      return choiceRows(overlay, props, height);
    case 'form':
      return formRows(overlay, state, height);
    default:
      return null;
  }
}
