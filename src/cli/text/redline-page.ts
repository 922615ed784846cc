/** A page that stands on its own around a redline: to open, to send round, to print. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (words: string): string => words.replace(/[&<>]/gu, (sign) => ESCAPES[sign] ?? sign);

/**
 * The look of the page: numbers run in before their words, a bar beside each provision that changed, and colours that keep
 * their contrast in light, in dark and on paper. What colour says, a line through or under the words says, too.
 */
const LOOK = `:root{color-scheme:light dark;--page:#fff;--ink:#1b1b1b;--soft:#595959;--line:#d5d5d5;--in:#0b5d1e;--in-back:#e4f4e7;--out:#8c1d18;--out-back:#fbe7e5;--moved:#5b3d8f}
@media (prefers-color-scheme:dark){:root{--page:#161616;--ink:#e8e8e8;--soft:#a8a8a8;--line:#3a3a3a;--in:#93dfa6;--in-back:#12301a;--out:#ffb4ab;--out-back:#42181a;--moved:#c9b0f5}}
body{max-width:46rem;margin:2.5rem auto;padding:0 1rem;font:1.0625rem/1.55 Charter,"Bitstream Charter","Source Serif 4",Georgia,serif;background:var(--page);color:var(--ink);overflow-wrap:break-word}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
.legend{color:var(--soft);margin:0 0 2rem;padding-bottom:1rem;border-bottom:1px solid var(--line);font-size:.9375rem}
main .redline ins,.legend ins{color:var(--in);background:var(--in-back);text-decoration:underline;text-underline-offset:.15em}
main .redline del,.legend del{color:var(--out);background:var(--out-back);text-decoration:line-through}
main .redline del+ins,main .redline del+del{margin-inline-start:.2em}
main .redline p{margin:.5em 0}
main .redline .redline-provision,main .redline p{unicode-bidi:plaintext}
main .redline .redline-provision{margin:.6em 0;padding-left:.75em;border-left:2px solid transparent}
main .redline .redline-provision .redline-provision{margin-left:clamp(0rem,2vw,1rem)}
main .redline .redline-changed{border-left-color:var(--soft)}
main .redline .redline-inserted{border-left-color:var(--in)}
main .redline .redline-deleted{border-left-color:var(--out)}
main .redline .redline-change-moved,main .redline .redline-moved-away{border-left-color:var(--moved)}
main .redline .redline-moved-away{color:var(--soft)}
.redline-line:not(:has(.redline-heading)){display:inline}
.redline-line:not(:has(.redline-heading))+.redline-text{display:inline}
.redline-number{margin-right:.35em}
.redline-note{margin-right:.5em}
.redline-note,.redline-left-out{color:var(--soft);font-size:.9375em}
main .redline table{border-collapse:collapse;margin:.6em 0;max-width:100%}
main .redline td,main .redline td.redline-provision{border:1px solid var(--line);padding:.3em .6em;margin:0}
main .redline ins.redline-against-law::before,main .redline del.redline-against-law::before{content:"law:";content:"law:"/""}
main .redline ins.redline-against-draft::before,main .redline del.redline-against-draft::before{content:"draft:";content:"draft:"/""}
main .redline ins::before,main .redline del::before{display:inline-block;text-decoration:none;margin-right:.3em;font-size:.8em;font-style:italic}
@media (max-width:30rem){body{margin-top:1.25rem;font-size:1rem}main .redline .redline-provision{padding-left:.5em}}
main .redline>.redline-context{padding-left:0;border-left:0}
@media print{:root{color-scheme:light}body{margin:0;max-width:none}.redline-line:has(.redline-heading){break-after:avoid}}`;

const AGAINST_TWO =
  ' <i>law:</i> and <i>draft:</i> stand before words that differ from the current law or from the last draft alone.';

/** The page around the fragment that `redlineAsHtml` writes. `againstTwo` says that the law in force was compared, too. */
export const redlinePage = (
  title: string,
  fragment: string,
  { againstTwo }: { readonly againstTwo: boolean },
): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title>
<style>${LOOK}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="legend">Words <del>struck</del> and words <ins>put in</ins>; a bar beside every provision that changed.${againstTwo ? AGAINST_TWO : ''}</p>
${fragment}</main>
</body>
</html>
`;
