/** A small code of nobody's, numbered as the BSC is: a section, definitions, a list with closing words, a table. */
export const CODE = `LANTERN SUPPLY CODE

SECTION A: GENERAL

1. Definitions

1.1 In this Code the following terms have these meanings:

  "Lantern" means a lamp that a Keeper looks after.

  "Keeper" means a person who holds a keeper's badge.

1.2 Words in the singular include the plural.

2. Keeping

2.1 Every Keeper shall:

  (a) light each Lantern within thirty minutes of dusk; and

  (b) trim each wick once a month,

  and shall keep a book of both.

2.2 A Keeper who does not comply with paragraph 2.1(a) shall pay the charge in paragraph 3.1.

3. Charges

3.1 The charge is:

  | Minutes late | Charge |
  | 1 to 10 | 100 |
  | 11 or more | 500 |

3.2 The charge is reviewed each year.
`;
