/** Loads the fonts and styles, in the order in which they may override each other. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './mantine.css';
import './tokens.css';
import './base.css';
import './print.css';

export { theme } from './mantine.ts';
