import type { HouseStyle } from '../../legaltext/house-styles/model.ts';
import type { Instrument } from '../../legaltext/instrument.ts';
import type { Version } from '../../legaltext/version.ts';
import type { AknDocument } from '../akn/document.ts';

/** What a file of legal text turned out to be, in the words that messages use. */
export type LegalTextFormat = 'json' | 'akn' | 'openlaw' | 'markdown' | 'text' | 'docx';

/** Something a person should look at: how a passage was understood that could be understood otherwise. */
export interface ReadNote {
  /** Line of the text, from 1; null where it concerns the whole file. */
  readonly line: number | null;
  readonly message: string;
}

/** What was read: a text, or changes to one. Bare operations are one instrument whose commencement is unknown. */
export interface LegalText {
  readonly format: LegalTextFormat;
  /** The house style by which words were read, or that the format's publisher has; null where neither tells. */
  readonly style: HouseStyle | null;
  /** Null where the file holds changes only. */
  readonly version: Version | null;
  readonly instruments: readonly Instrument[];
  /** What an Akoma Ntoso file says beside its text, to be written back with it; null for every other format. */
  readonly akn: AknDocument | null;
  readonly notes: readonly ReadNote[];
}

/** Why a file was not read, and where: `line 3, column 7`, or the path of a value. */
export interface LegalTextFailure {
  readonly kind: 'legal-text-failure';
  /** Null where the whole file is meant. */
  readonly place: string | null;
  /** What is wrong and what to do, in sentences. */
  readonly message: string;
}

export const refusal = (message: string, place: string | null = null): LegalTextFailure => ({
  kind: 'legal-text-failure',
  place,
  message,
});
