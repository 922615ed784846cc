/**
 * How a capability's pages join the application: its folder has a small `pages.ts` that exports `pages`, found here by
 * its name, so that adding a page touches one folder only. The page itself is loaded when somebody goes there.
 */
import type { ComponentType } from 'react';

/** A page as a capability describes it. */
export interface PageDefinition {
  /** The path, parameters with a dollar sign: `/register/$id`. */
  readonly path: string;
  /** The title until the page's own heading has loaded: `Register`. */
  readonly title: string;
  /** Loads the page; its module's default export is the component. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

interface PagesModule {
  readonly pages: readonly PageDefinition[];
}

/** All pages of all capabilities, by path. */
export const pages: readonly PageDefinition[] = Object.values(
  import.meta.glob<PagesModule>('../*/pages.ts', { eager: true }),
).flatMap((module) => module.pages);
