/** The most characters of a file; a code of 50,000 provisions is some 30 million. */
export const MAX_CHARACTERS = 256 * 1024 * 1024;

/** The most elements of a file: each is an object while the file is read. */
export const MAX_ELEMENTS = 4_000_000;

/**
 * How deep elements may stand in one another. A text has at most 500 levels; a level of quoted matter takes four elements
 * (content, p, mod, quotedStructure), every other one or two. The bound keeps each walk down the tree within the stack.
 */
export const MAX_ELEMENT_DEPTH = 2_200;

/** Marks open at one place; further ones are written beside the words, not around them. Real texts have about four. */
export const MAX_OPEN_MARKS = 24;

/** A made eId longer than this is replaced by a short one. */
export const MAX_EID = 160;
