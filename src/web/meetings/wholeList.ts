/** Whole lists with what the server says beside them: what the reader may do, which day it takes for today. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ListAnswer, Query } from '../api/client.ts';
import { useList } from '../api/queries.ts';

/** `useList`, typed as the list's own answer: the first page's words stand beside the items of all pages. */
export const useWholeList = <Item, Answer extends ListAnswer<Item>>(
  path: string,
  query: Query = {},
): UseQueryResult<Answer> =>
  // `useList` spreads each page over the one before it, so that everything the server said is still there.
  useList<Item>(path, query) as UseQueryResult<Answer>;
