import { failed, ok, type Result } from '../values/result.ts';
import type { Hash } from './hash.ts';
import type { Provision, ProvisionId } from './provision.ts';
import { ProvisionIndex } from './provision-index.ts';

/**
 * The most levels a text may have. Real codes have about 12, real statutes about 20; the bound keeps every walk down a
 * tree within the stack.
 */
export const MAX_HEIGHT = 500;

/** Why a tree cannot be a version. */
export type VersionRefusal =
  | { readonly kind: 'too-deep'; readonly height: number; readonly message: string }
  | { readonly kind: 'same-id'; readonly id: ProvisionId; readonly message: string };

/**
 * The whole text of one document at one moment: an immutable tree in which every id stands once. Versions of one text
 * share the provisions they have in common.
 */
export class Version {
  readonly root: Provision;
  private lazyIndex: ProvisionIndex | undefined;

  private constructor(root: Provision, index?: ProvisionIndex) {
    this.root = root;
    this.lazyIndex = index;
  }

  /** A version of this tree, or why it cannot be one. Linear in the number of provisions. */
  static of(root: Provision): Result<Version, VersionRefusal> {
    if (root.height > MAX_HEIGHT)
      return failed({
        kind: 'too-deep',
        height: root.height,
        message: `This text is nested ${String(root.height)} levels deep; ${String(MAX_HEIGHT)} is the most that is read.`,
      });
    const index = ProvisionIndex.of(root);
    if (index.kind === 'failed')
      return failed({
        kind: 'same-id',
        id: index.failure,
        message: `Two provisions of this text have one id, "${index.failure}". Give each provision an id of its own.`,
      });
    return ok(new Version(root, index.value));
  }

  /**
   * A version of a tree that is known to be sound, because a sound one was changed by sound steps; with its index, where
   * there is one that nobody will change. Constant time.
   */
  static trusted(root: Provision, index?: ProvisionIndex): Version {
    return new Version(root, index);
  }

  get hash(): Hash {
    return this.root.hash;
  }

  /** Where everything is. Made on first asking, in time linear in the number of provisions. */
  get index(): ProvisionIndex {
    if (this.lazyIndex === undefined) {
      const index = ProvisionIndex.of(this.root);
      if (index.kind === 'failed') throw new Error(`Two provisions of one version have the id "${index.failure}".`);
      this.lazyIndex = index.value;
    }
    return this.lazyIndex;
  }

  /** The provision with this id, if it is in this version. */
  find(id: ProvisionId): Provision | undefined {
    return this.index.find(id);
  }

  /** The provision that holds this one; undefined for the root and for what is not in this version. */
  parentOf(id: ProvisionId): Provision | undefined {
    return this.index.parentOf(id);
  }

  /** From the root down to the provision with this id, both included; empty when it is not in this version. */
  pathTo(id: ProvisionId): readonly Provision[] {
    return this.index.pathTo(id);
  }
}
