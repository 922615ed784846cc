import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { makeQueryClient } from '../api/queries.ts';
import { theme } from '../theme/mantine.ts';
import { makeRouter } from './router.tsx';

const colourSchemes = localStorageColorSchemeManager({ key: 'pandect-colours' });

/** The whole application. Style elements are never written at run time; see theme/mantine.css. */
export function Application(): ReactNode {
  const [queryClient] = useState(makeQueryClient);
  const [router] = useState(() => makeRouter(queryClient));
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colourSchemes}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
