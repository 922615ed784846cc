import { note } from '../announce.ts';
import { download } from '../files.ts';

/** What an SVG needs to look the same without the page's style sheets. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'shape-rendering',
  'visibility',
  'display',
] as const;

/** A drawing on its own: a copy of the SVG with every computed style written into it, on the page's own ground. */
function standAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('The copy of an SVG is an SVG.');
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const computed = getComputedStyle(original);
    for (const name of CARRIED) copies[index]?.style.setProperty(name, computed.getPropertyValue(name));
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/** Pixels of the image per pixel of the screen: sharp on paper and projector. */
const SHARPNESS = 2;

/** Draws the SVG as it looks now into a PNG. */
async function drawPng(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const url = URL.createObjectURL(new Blob([standAlone(svg)], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SHARPNESS);
  canvas.height = Math.ceil(height * SHARPNESS);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser could not make an image of this picture.'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** Puts the picture on the clipboard as an image; where the browser refuses, downloads it instead. Says which. */
export async function copyImage(svg: SVGSVGElement, name: string): Promise<void> {
  const png = await drawPng(svg);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    note('The picture is on the clipboard.');
  } catch {
    download(`${name}.png`, png);
    note('The browser did not allow copying; the picture was downloaded instead.');
  }
}
