import { Box } from 'ink';
import { Lines } from '../components/Lines.tsx';
import { Row } from '../components/Row.tsx';
import type { ScreenProps } from '../components/screen-props.ts';
import { articleView, visibleRows } from '../present/article-view.ts';
import { rule } from '../present/entry-lines.ts';
import { hitLines, hitsLayout } from '../present/knowledge-lines.ts';
import { searchLine } from '../present/search-row.ts';
import { whyLines } from '../present/why-lines.ts';

/** The knowledge base: one line of search with its answers, or the article that is being read. */
export function KnowledgeScreen({ state, theme }: ScreenProps) {
  const { columns, rows } = state;
  const { article } = state.knowledge;
  if (article) {
    const view = articleView(article, state);
    const lines = [...view.head, ...visibleRows(article, view, state)];
    return <Lines lines={lines} width={columns} height={rows - 2} theme={theme} />;
  }
  const { lines, selected } = hitLines(state);
  const why = whyLines(state);
  return (
    <Box flexDirection="column" height={rows - 2} overflow="hidden">
      <Row line={searchLine(state)} width={columns} theme={theme} />
      <Row line={rule(columns)} width={columns} theme={theme} />
      <Lines
        lines={lines}
        width={columns}
        height={hitsLayout(state).listHeight}
        theme={theme}
        selected={selected}
      />
      <Lines lines={why} width={columns} height={why.length} theme={theme} />
    </Box>
  );
}
