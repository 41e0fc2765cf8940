const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'transform',
  'vector-effect',
];

function inlineStyles(original: Element, copy: Element): void {
  const computed = getComputedStyle(original);
  const styles = INLINED.map((name) => `${name}:${computed.getPropertyValue(name)}`);
  copy.setAttribute('style', styles.join(';'));
  copy.removeAttribute('class');
  for (const [at, child] of [...original.children].entries()) {
    const twin = copy.children[at];
    if (twin) inlineStyles(child, twin);
  }
}

export type ExportedSvg = { text: string; width: number; height: number };

const MARGIN = 16;
const LINE = 20;

/** The drawing as it is on screen, on its own: colours resolved, with title and source lines. */
export function exportSvg(svg: SVGSVGElement, lines: readonly string[]): ExportedSvg {
  const { width, height } = svg.getBoundingClientRect();
  const copy = document.importNode(svg, true);
  inlineStyles(svg, copy);
  const surface = getComputedStyle(document.documentElement);
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(MARGIN + lines.length * LINE));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const total = { width: width + 2 * MARGIN, height: height + lines.length * LINE + 2 * MARGIN };
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  frame.setAttribute('width', String(total.width));
  frame.setAttribute('height', String(total.height));
  const ground = document.createElementNS(frame.namespaceURI, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('style', `fill:${resolved(svg, '--surface') || surface.backgroundColor}`);
  frame.append(ground, ...lines.map((line, at) => textLine(line, at, getComputedStyle(svg))), copy);
  return { text: new XMLSerializer().serializeToString(frame), ...total };
}

/** A token can hold light-dark(): only a used property has the colour. */
function resolved(near: Element, token: string): string {
  const probe = document.createElement('span');
  probe.setAttribute('style', `color:var(${token})`);
  near.parentElement?.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function textLine(line: string, at: number, style: CSSStyleDeclaration): SVGElement {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  text.setAttribute('x', String(MARGIN));
  text.setAttribute('y', String(MARGIN + at * LINE + 12));
  text.setAttribute(
    'style',
    `fill:${style.color};font-family:${style.fontFamily.replaceAll('"', "'")};font-size:${at === 0 ? 14 : 12}px;font-weight:${at === 0 ? 600 : 400}`,
  );
  text.textContent = line;
  return text;
}

/** At twice the size on screen, for slides. */
export async function exportPng({ text, width, height }: ExportedSvg): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * 2);
  canvas.height = Math.ceil(height * 2);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
