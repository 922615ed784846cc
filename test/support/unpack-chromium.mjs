// Unpacks the Chromium of `@sparticuz/chromium` into the temporary folder (TMPDIR). A program of its own, because the
// package decides what to unpack, and where, from the environment at the moment it is imported. See browser.ts.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
