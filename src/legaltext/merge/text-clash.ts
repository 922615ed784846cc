import type { Text } from '../text.ts';
import type { Stretch } from './weave.ts';

/** Words of the base that both sides changed, each in its own way; or marks that both put over the same words. */
export interface TextClash {
  /** In the base text. */
  readonly place: Stretch;
  readonly base: Text;
  readonly ours: Text;
  readonly theirs: Text;
}
