/**
 * What a change has to do with one provision, as bits of a number: a footprint notes one number for each provision it
 * comes near, and two footprints meet where their numbers say that one could disturb the other.
 */
export const Role = {
  /** Rewords its heading, text or tail. */
  WORDS: 1,
  /** Gives it another number. */
  NUMBER: 2,
  /** Repeals or replaces it, and all that stands under it. */
  GONE: 4,
  /** Puts it elsewhere. */
  MOVED: 8,
  /** Puts provisions under it. */
  HOLDS: 16,
  /** Names it only to say where something else goes. */
  BESIDE: 32,
  /** Brings it into being. */
  MADE: 64,
  /** Names it, but the text it was drafted on has no such provision. */
  WANTS: 128,
  /** Looks for quoted words in it. */
  SEARCHES: 256,
  /** Looks for quoted words in it and in everything under it, or rests on the hash of all that. */
  SEARCHES_UNDER: 512,
} as const;

/** Roles that change something of the provision or under it. */
export const WRITES = Role.WORDS | Role.NUMBER | Role.GONE | Role.MOVED | Role.HOLDS | Role.MADE;

/** All roles. */
export const EVERY = 0b11_1111_1111;

/** For each role, the roles of another change with the same provision that it could disturb, or be disturbed by. */
const SAME: readonly (readonly [number, number])[] = [
  [Role.WORDS, Role.WORDS | Role.NUMBER | Role.GONE | Role.MOVED | Role.HOLDS | Role.SEARCHES | Role.SEARCHES_UNDER],
  [Role.NUMBER, Role.WORDS | Role.NUMBER | Role.GONE | Role.MOVED | Role.SEARCHES_UNDER],
  [Role.GONE, EVERY],
  [Role.MOVED, WRITES | Role.BESIDE | Role.WANTS | Role.SEARCHES_UNDER],
  [Role.HOLDS, Role.WORDS | Role.GONE | Role.MOVED | Role.MADE | Role.WANTS | Role.SEARCHES_UNDER],
  [Role.BESIDE, Role.GONE | Role.MOVED | Role.MADE],
  [Role.MADE, EVERY],
  [Role.WANTS, Role.GONE | Role.MOVED | Role.HOLDS | Role.MADE],
  [Role.SEARCHES, Role.WORDS | Role.GONE | Role.MADE],
  [Role.SEARCHES_UNDER, WRITES],
];

/** For each role at a provision, the roles at provisions under it that it could disturb, or be disturbed by. */
const BELOW: readonly (readonly [number, number])[] = [
  [Role.GONE, EVERY],
  [Role.MOVED, EVERY],
  [Role.SEARCHES_UNDER, WRITES],
];

const SINGLE: readonly number[] = Object.values(Role);

/** For every set of roles, the single ones in it: looked up, since it is asked for every provision touched. */
const SINGLES: readonly (readonly number[])[] = Array.from({ length: EVERY + 1 }, (_, roles) =>
  SINGLE.filter((role) => (roles & role) !== 0),
);

/** The single roles in a set. */
export const rolesIn = (roles: number): readonly number[] => SINGLES[roles] ?? [];

/** The roles that matter to what stands further down. */
export const LOOKING_DOWN: readonly number[] = BELOW.map(([role]) => role);

/** For every set of roles, what any of them looks out for: a table, since it is asked for every provision touched. */
const table = (rules: readonly (readonly [number, number])[]): Uint16Array =>
  Uint16Array.from({ length: EVERY + 1 }, (_, roles) =>
    rules.reduce((found, [role, others]) => ((roles & role) === 0 ? found : found | others), 0),
  );
const OF_SAME = table([
  ...SAME,
  ...SAME.flatMap(([role, others]) => rolesIn(others).map((other) => [other, role] as const)),
]);
const OF_BELOW = table(BELOW);

/** The roles at the same provision that matter to one with these roles. Symmetric. */
export const mattersBeside = (roles: number): number => OF_SAME[roles] ?? 0;

/** The roles further down that matter to one with these roles at a provision above. */
export const mattersBelow = (roles: number): number => OF_BELOW[roles] ?? 0;
