import { createTheme, Menu, Popover } from '@mantine/core';

/**
 * Mantine's behaviour with our manners: no shadows, no transitions worth waiting for. Dialogs are the browser's own
 * (`parts/Dialog.tsx`): Mantine's lock scrolling by writing a style element, which the content security policy forbids.
 */
export const theme = createTheme({
  fontFamily: 'var(--face)',
  focusRing: 'never',
  respectReducedMotion: true,
  components: {
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 0 }, shadow: 'none' } }),
    Menu: Menu.extend({
      defaultProps: { transitionProps: { duration: 0 }, shadow: 'none', withInitialFocusPlaceholder: false },
    }),
  },
});
