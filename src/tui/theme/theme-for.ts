import type { Settings } from '../../config/settings.ts';
import { capabilities, type Env } from '../terminal/capabilities.ts';
import { asciiTheme } from './ascii.ts';
import { createTheme, type Theme } from './theme.ts';

/** The theme a person chose, as far as this terminal can show it. */
export function themeFor(chosen: Settings['theme'], env: Env): Theme {
  const { colorLevel, unicode } = capabilities(env);
  const theme = createTheme(chosen === 'auto' ? 'default' : chosen, colorLevel);
  return unicode ? theme : asciiTheme(theme);
}
