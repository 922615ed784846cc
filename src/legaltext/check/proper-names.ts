/**
 * Names that stand in capitals in codes and laws without being defined there: authorities, countries, courts, days and
 * times, and the titles of other documents. As data, so that a name that is missed is one more word here.
 */

const AUTHORITIES = [
  ...[
    'Secretary of State',
    'Prime Minister',
    'Lord Chancellor',
    'Lord Advocate',
    'Attorney General',
    'Solicitor General',
  ],
  ...['Chief Justice', 'Lord Chief Justice', 'Comptroller General', 'Inspector General', 'Corporation Counsel'],
  ...[
    'High Court',
    'Supreme Court',
    'Superior Court',
    'Crown Court',
    'County Court',
    'Court of Appeal',
    'Court of Session',
  ],
  ...['Upper Tribunal', 'Competition Appeal Tribunal', 'Information Commissioner', 'Companies House', 'Land Registry'],
  ...['Electricity Markets Authority', 'Markets Authority', 'Competition and Markets Authority', 'Safety Executive'],
  ...[
    'Bank of England',
    'Crown Estate',
    'Royal Mail',
    'Citizens Advice',
    'National Grid',
    'His Majesty',
    'Her Majesty',
  ],
  ...['European Commission', 'European Parliament', 'European Council', 'European Union', 'United Nations'],
];

const PLACES = [
  ...[
    'Great Britain',
    'United Kingdom',
    'Northern Ireland',
    'Isle of Man',
    'Channel Islands',
    'European Economic Area',
  ],
  ...['United States', 'United States of America', 'District of Columbia', 'New York', 'Member State'],
];

const TIMES = [
  ...['Greenwich Mean Time', 'British Summer Time', 'Coordinated Universal Time', 'Universal Time', 'Local Time'],
  ...['Good Friday', 'Easter Monday', 'Christmas Day', 'Christmas Eve', 'Boxing Day', 'Bank Holiday', 'Public Holiday'],
];

const DOCUMENTS = [
  'Official Journal',
  'London Gazette',
  'Edinburgh Gazette',
  'Federal Register',
  'Internal Revenue Code',
];

/** The parts of these names that stand in capitals one after another, as a phrase is read: `Secretary`, `High Court`. */
export const PROPER_NAMES: ReadonlySet<string> = new Set(
  [AUTHORITIES, PLACES, TIMES, DOCUMENTS].flat().flatMap((name) => [name, ...name.split(/ (?:of|and) /)]),
);

/** Words that make a phrase a day or a month, a person, or the title or a part of a document, wherever they stand in it. */
export const NAMING_WORDS =
  /\b(?:Act|Acts|Regulations?|Order|Rules|Directive|Treaty|Convention|Protocol|Statute|Charter|Bill|Section|Schedule|Annex|Appendix|Paragraph|Clause|Part|Chapter|Article|Title|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mr|Mrs|Ms|Dr|Sir|Dame)\b/;

/** Words with which sentences begin, in capitals there, and which are no part of the phrase after them. */
export const SENTENCE_BEGINNING =
  /^(?:(?:An?|Each|Every|Any|No|The|This|That|These|Those|Another|Such|All|Both|Either|Neither|Other|One|More|Its|Their|Where|When|Whenever|If|Unless|Until|In|On|At|By|For|From|To|Of|Under|With|Without|After|Before|Subject|As|And|Or)[ -])+/u;

/** What a company's name ends with, in the phrase or right after it. */
export const COMPANY = /\b(?:Limited|Ltd|Company Limited|Incorporated|Corporation|Holdings|Group|Partners)$/;
export const COMPANY_AFTER = /^,?\s+(?:plc|PLC|Ltd|LLP|LP|Inc|Corp|GmbH|N\.?V|B\.?V|S\.?A)\b/;
