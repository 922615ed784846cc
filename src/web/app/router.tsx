import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
  type AnyRouter,
} from '@tanstack/react-router';
import { Frame } from './Frame.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageFault } from './PageFault.tsx';
import { PageLoading } from './PageLoading.tsx';
import { pages, type PageDefinition } from './pages.ts';
import { parseSearch, printSearch, type Search } from './search.ts';

/** Builds the router from the pages that the capabilities offer. The moment in the time bar stays on every link. */
export function makeRouter(queryClient: QueryClient, offered: readonly PageDefinition[] = pages): AnyRouter {
  const root = createRootRoute({
    component: Frame,
    notFoundComponent: NotFoundPage,
    validateSearch: (search: Record<string, unknown>): Search => search as Search,
    search: { middlewares: [retainSearchParams<Search>(['asAt', 'since'])] },
  });
  const routes = offered.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(page.load),
      staticData: { title: page.title },
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    context: { queryClient },
    parseSearch,
    stringifySearch: printSearch,
    defaultPreload: 'intent',
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PageLoading,
    defaultPendingMs: 500,
    defaultPendingMinMs: 200,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's title until its own heading says better. */
    title?: string;
  }
}
