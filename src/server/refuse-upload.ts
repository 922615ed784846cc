/** What the doors to the record ask before they read a file. */
import { refuseSize } from '../formats/read-document/read-document.ts';

/** Why a file of so many bytes is not even read, in words for the person who chose it; null when it may be. */
export const refuseUpload = (bytes: number): string | null => refuseSize(bytes)?.message ?? null;
