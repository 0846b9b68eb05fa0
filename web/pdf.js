/* pdf.js - reads a PDF beside the compiler: pages of characters with boxes, and lines, as nianbao-pdf prints them (pdf/README.md).
 * pdf.js of Mozilla says what is drawn; nothing is. */
'use strict';

/* What nianbao-pdf takes for a line (pdf/rules.c), and as much as it reads. */
const THIN = 3, LEANING = 0.5, PALE = 0.97, ASLANT = 0.1, MOST_PAGES = 400, MOST_CHARACTERS = 50000, MOST_RULES = 20000;

/* How high a letter of a font stands and how deep, as parts of its size: as the font says within poppler's bounds, else as its box
 * says, else as poppler takes it. A font file that halves both has been seen; none is as low as LEAST. */
const HIGHEST = 1.05, LOWEST = -0.4, LEAST = 0.7, USUAL = [0.95, -0.35];

function extent({ ascent, descent, bbox = [] }) {
  const within = ([high, low]) => [Math.min(high, HIGHEST), Math.max(low, LOWEST)];
  return [[ascent, descent], [bbox[3] / 1000, bbox[1] / 1000], USUAL].map(within).find(([high, low]) => low <= 0 && high - low >= LEAST);
}

/* Letters no further apart, as a part of their size, are of one word (poppler's own). */
const TOUCHING = 0.1;

/* Two of the same letter that are no further apart, as a part of their height, are one; only the last so many are compared. */
const TWIN = 0.1, MOST_TWINS = 50;

/* What is said of a page whose characters are not what is seen on it (pdf/nianbao-pdf.c): a header and a page number; a line of words. */
const FEW = 40, MANY = 50, UNREAD = '\uFFFD', INVISIBLE = 3;

/* A letter of a narrow script that names a glyph as wide as an ideograph, and how many of them tell that the fonts name other letters
 * than they show (pdf/glyphs.c); so do more glyphs without a name than digits (pdf/nianbao-pdf.c). */
const NARROW = /[!-~¡-ɏ]|(?!\p{sc=Han}|\p{sc=Hangul}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Bopo}|\p{sc=Yiii}|\p{sc=Grek}|\p{sc=Cyrl})\p{L}/u;
const WIDE = 0.95, MISNAMED = 10, DIGIT = /\p{Nd}/u;

/* ---- matrices of six numbers ---- */

const times = ([a, b, c, d, e, f], [g, h, i, j, k, l]) => [
  a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
const moved = ([a, b, c, d, e, f], x, y) => [a * x + c * y + e, b * x + d * y + f];

/* The box around some points. */
function around(points) {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/* ---- lines drawn ---- */

const across = (y, x0, x1) => ({ vertical: false, at: y, from: Math.min(x0, x1), to: Math.max(x0, x1) });
const down = (x, y0, y1) => ({ vertical: true, at: x, from: Math.min(y0, y1), to: Math.max(y0, y1) });

/* The parts of a path, each its points in the order drawn; null where it has curves. */
function parts(path, matrix) {
  const found = [];
  let points = [];
  for (let i = 0; i < path.length;) {
    const kind = path[i++];
    if (kind === 4) {
      points.push(...points.slice(0, 1));
      continue;
    }
    if (kind > 1)
      return null;
    if (kind === 0)
      found.push(points = []);
    points.push(moved(matrix, path[i], path[i + 1]));
    i += 2;
  }
  return found;
}

function stroked(found) {
  const edge = ([x0, y0], [x1, y1]) => {
    if (Math.abs(y0 - y1) <= LEANING)
      return [across((y0 + y1) / 2, x0, x1)];
    return Math.abs(x0 - x1) <= LEANING ? [down((x0 + x1) / 2, y0, y1)] : [];
  };
  return found.flatMap(points => points.slice(1).flatMap((point, i) => edge(points[i], point)));
}

/* A filled box that is so thin is a line. */
function thin({ x0, y0, x1, y1 }) {
  const width = x1 - x0, height = y1 - y0;
  if (width <= 0 || height <= 0)
    return [];
  if (height <= THIN && width >= height)
    return [across((y0 + y1) / 2, x0, x1)];
  return width <= THIN && height > width ? [down((x0 + x1) / 2, y0, y1)] : [];
}

/* The border of a box, filled between two rectangles: four lines, or fewer of one that goes on on another page; null where it is none. */
function ring(one, other) {
  const inside = (box, around) => box.x0 >= around.x0 && box.y0 >= around.y0 && box.x1 <= around.x1 && box.y1 <= around.y1;
  const [inner, outer] = inside(one, other) ? [one, other] : [other, one];
  const drawn = inner.x1 > inner.x0 && inner.y1 > inner.y0, side = key => Math.abs(inner[key] - outer[key]) <= THIN;
  if (!inside(inner, outer) || !drawn || inside(outer, inner) || !['x0', 'y0', 'x1', 'y1'].every(side))
    return null;
  const line = (key, draw, from, to) => inner[key] === outer[key] ? [] : [draw((inner[key] + outer[key]) / 2, from, to)];
  return [...line('y0', across, outer.x0, outer.x1), ...line('y1', across, outer.x0, outer.x1),
    ...line('x0', down, outer.y0, outer.y1), ...line('x1', down, outer.y0, outer.y1)];
}

function filled(found) {
  const boxes = found.map(around);
  return boxes.flatMap((box, i) => (i && ring(boxes[i - 1], box)) || thin(box));
}

const pale = colour => colour === 'transparent' ||
  [1, 3, 5].every(i => parseInt(colour.slice(i, i + 2), 16) > 255 * PALE);

/* ---- a page as its operators draw it ---- */

class Sheet {
  constructor(library, page, misnamed) {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    Object.assign(this, { library, page, width, height, characters: [], rules: [], drawn: new Map(), misnamed, word: { end: [0, 0] } });
    Object.assign(this, { glyphs: 0, unread: 0, curves: 0, pictured: 0 });
    this.state = {
      matrix: transform, text: [1, 0, 0, 1, 0, 0], x: 0, y: 0, lineX: 0, lineY: 0, leading: 0, rise: 0, scale: 1, letters: 0, words: 0,
      font: null, size: 0, mode: 0, fill: '#000000', stroke: '#000000',
    };
    this.stack = [];
  }

  save() {
    this.stack.push({ ...this.state });
  }

  restore() {
    this.state = this.stack.pop() ?? this.state;
  }

  transform(...matrix) {
    this.state.matrix = times(this.state.matrix, matrix);
  }

  paintFormXObjectBegin(matrix) {
    this.save();
    if (matrix)
      this.transform(...matrix);
  }

  paintFormXObjectEnd() {
    this.restore();
  }

  setFillRGBColor(colour) {
    this.state.fill = colour;
  }

  setStrokeRGBColor(colour) {
    this.state.stroke = colour;
  }

  setFillTransparent() {
    this.state.fill = 'transparent';
  }

  setStrokeTransparent() {
    this.state.stroke = 'transparent';
  }

  constructPath(operator, [path]) {
    const found = path && parts(path, this.state.matrix), { fill, stroke } = this.state;
    const name = this.library.names[operator];
    if (!found) {
      this.curves += path && /fill/i.test(name) && !pale(fill);
      return;
    }
    if (/fill/i.test(name) && !pale(fill))
      this.rules.push(...filled(found));
    if (/stroke/i.test(name) && !pale(stroke))
      this.rules.push(...stroked(found));
  }

  /* A picture fills the unit square. */
  paintImageXObject() {
    const [a, b, c, d] = this.state.matrix;
    this.pictured += Math.abs(a * d - b * c);
  }

  paintInlineImageXObject() {
    this.paintImageXObject();
  }

  paintImageMaskXObject() {
    this.paintImageXObject();
  }

  beginText() {
    this.setTextMatrix([1, 0, 0, 1, 0, 0]);
  }

  setTextMatrix(matrix) {
    Object.assign(this.state, { text: [...matrix], x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  moveText(x, y) {
    const { state } = this;
    state.x = state.lineX += x;
    state.y = state.lineY += y;
  }

  setLeadingMoveText(x, y) {
    this.setLeading(-y);
    this.moveText(x, y);
  }

  setLeading(leading) {
    this.state.leading = leading;
  }

  nextLine() {
    this.moveText(0, -this.state.leading);
  }

  setFont(name, size) {
    this.state.font = this.page.commonObjs.get(name);
    this.state.size = size;
  }

  setTextRenderingMode(mode) {
    this.state.mode = mode;
  }

  setHScale(scale) {
    this.state.scale = scale / 100;
  }

  setTextRise(rise) {
    this.state.rise = rise;
  }

  setCharSpacing(spacing) {
    this.state.letters = spacing;
  }

  setWordSpacing(spacing) {
    this.state.words = spacing;
  }

  showText(glyphs) {
    const { state } = this, { font, size, scale } = state;
    const em = font.fontMatrix?.[0] ?? 0.001;
    for (const glyph of glyphs) {
      let step;
      if (typeof glyph === 'number') {
        step = -glyph * size / 1000;
      } else {
        const width = (font.vertical ? -(glyph.vmetric ?? font.defaultVMetrics)[0] : glyph.width) * em * size;
        this.character(glyph, glyph.width * em * size * scale);
        step = width + (font.vertical ? -1 : 1) * (state.letters + (glyph.isSpace ? state.words : 0));
      }
      if (font.vertical)
        state.y -= step;
      else
        state.x += step * scale;
    }
  }

  /* Whether something is seen of a glyph. Without its outline: of none that is a space. */
  isDrawn({ fontChar, isInFont, unicode }) {
    const { font, mode } = this.state, name = `${font.loadedName}_path_${fontChar}`, { commonObjs } = this.page;
    const outline = commonObjs.has(name) ? commonObjs.get(name).path : unicode.trim();
    return mode !== INVISIBLE && (isInFont || font.missingFile) && outline.length > 0;
  }

  /* The letters of a glyph; of one that is drawn and that its font does not name: what says so. */
  lettersOf(glyph) {
    const letters = [...glyph.unicode].filter(letter => letter !== UNREAD && !/[\s\p{Cc}]/u.test(letter));
    return letters.length || !this.isDrawn(glyph) ? letters : [UNREAD];
  }

  /* A ligature's letters share its width. */
  character(glyph, width) {
    const { state } = this, { font, size } = state, letters = this.lettersOf(glyph);
    const matrix = times(state.matrix, state.text), y = state.y + state.rise;
    const [ascent, descent] = this.extentIn(matrix, width, y);
    const [shiftX, shiftY] = font.vertical ? [-width / 2, -ascent * size] : [0, 0];
    letters.forEach((letter, i) => {
      const x0 = state.x + shiftX + width * i / letters.length, x1 = state.x + shiftX + width * (i + 1) / letters.length;
      const box = around([moved(matrix, x0, y + shiftY + descent * size), moved(matrix, x1, y + shiftY + ascent * size)]);
      if (width > WIDE * size * state.scale && NARROW.test(letter))
        this.misnamed.add(letter);
      if (this.holds(box) && !this.hasTwin(letter, box)) {
        this.characters.push({ letter, course: [matrix[0] * size, matrix[1] * size], ...box });
        this.unread += letter === UNREAD;
      }
    });
    this.glyphs += state.mode !== INVISIBLE;
  }

  /* As in poppler, letters that touch are as high as the first of them, whatever their fonts. */
  extentIn(matrix, width, y) {
    const { font, size, x } = this.state, near = TOUCHING * size * Math.hypot(matrix[2], matrix[3]);
    const [x0, y0] = moved(matrix, x, y), { end, size: before } = this.word;
    const touches = before === size && Math.abs(x0 - end[0]) <= near && Math.abs(y0 - end[1]) <= near;
    this.word = { size, end: moved(matrix, x + width, y), extent: touches ? this.word.extent : extent(font) };
    return this.word.extent;
  }

  /* Some converters draw what stands on the next page below this one, too. */
  holds({ x0, y0, x1, y1 }) {
    return x1 >= 0 && x0 <= this.width && y1 >= 0 && y0 <= this.height;
  }

  /* Bold letters that are made by drawing them again, a little aside. */
  hasTwin(letter, { x0, y0, y1 }) {
    const near = (y1 - y0) * TWIN, twins = this.drawn.get(letter) ?? [];
    this.drawn.set(letter, [...twins.slice(1 - MOST_TWINS), [x0, y0]]);
    return twins.some(([x, y]) => Math.abs(x - x0) < near && Math.abs(y - y0) < near);
  }
}

/* " picture": hardly a character, but a picture, outlines of letters or glyphs without a name; " recognised": a picture, and none of the
 * characters is drawn. */
function seen({ width, height, characters, glyphs, unread, curves, pictured }) {
  const picture = pictured > width * height / 2, read = characters.length - unread;
  if (picture && read > FEW && glyphs <= FEW)
    return ' recognised';
  return read <= FEW && (picture || curves >= MANY || unread >= MANY) ? ' picture' : '';
}

/* ---- turned pages ---- */

/* To where a character's line runs, in quarters of a turn from the right on. */
const quarter = ([x, y]) => (Math.abs(x) >= Math.abs(y) ? (x < 0 ? 2 : 0) : y < 0 ? 3 : 1);

/* Where most characters' lines run (pdf/nianbao-pdf.c). */
function courseOf(characters) {
  const counts = [0, 1, 2, 3].map(n => characters.filter(({ course }) => quarter(course) === n).length);
  return counts.indexOf(Math.max(...counts));
}

/* What is set aslant or upside down is stamped (pdf/glyphs.c). */
const isStamped = (course, most) =>
  Math.min(...course.map(Math.abs)) > ASLANT * Math.hypot(...course) || quarter(course) === (most + 2) % 4;

function turn(sheet) {
  const { width, height } = sheet, most = courseOf(sheet.characters);
  const matrix = [null, [0, -1, 1, 0, 0, width], [-1, 0, 0, -1, width, height], [0, 1, -1, 0, height, 0]][most];
  sheet.characters = sheet.characters.filter(({ course }) => !isStamped(course, most));
  if (!matrix)
    return;
  const turned = (x0, y0, x1, y1) => around([moved(matrix, x0, y0), moved(matrix, x1, y1)]);
  sheet.characters = sheet.characters.map(({ letter, x0, y0, x1, y1 }) => ({ letter, ...turned(x0, y0, x1, y1) }));
  sheet.rules = sheet.rules.map(({ vertical, at, from, to }) => {
    const { x0, y0, x1, y1 } = vertical ? turned(at, from, at, to) : turned(from, at, to, at);
    return x1 - x0 > y1 - y0 ? across(y0, x0, x1) : down(x0, y0, y1);
  });
  if (!matrix[0])
    [sheet.width, sheet.height] = [sheet.height, sheet.width];
}

/* ---- the document ---- */

const hundredths = points => Math.round(Math.max(-1e5, Math.min(1e5, points)) * 100);

function printed(sheet) {
  const { width, height, characters, rules } = sheet;
  const line = (name, numbers, rest = '') => `${name} ${numbers.map(hundredths).join(' ')}${rest}\n`;
  return [
    line('page', [width, height], ` ${characters.length} ${rules.length}${seen(sheet)}`),
    ...characters.map(({ x0, y0, x1, y1, letter }) => line('c', [x0, y0, x1, y1], ` ${letter}`)),
    ...rules.map(({ vertical, at, from, to }) => line(vertical ? 'v' : 'h', [at, from, to])),
  ].join('');
}

async function sheetOf(library, page, misnamed) {
  const sheet = new Sheet(library, page, misnamed);
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  fnArray.forEach((operator, i) => sheet[library.names[operator]]?.(...(argsArray[i] ?? [])));
  sheet.rules = sheet.rules.filter(({ vertical, at, from, to }) =>
    sheet.holds(vertical ? { x0: at, x1: at, y0: from, y1: to } : { x0: from, x1: to, y0: at, y1: at }));
  turn(sheet);
  if (!sheet.characters.length) // a page without text has no table
    sheet.rules = [];
  return sheet;
}

/* The pages of a PDF; `library` is pdf.js with the names of its operators by number, and its character maps in base64 by name. */
async function sheetsOf(library, bytes) {
  class BinaryDataFactory {
    async fetch({ filename }) {
      const map = library.maps[filename];
      if (!map)
        throw new Error(`no ${filename}`);
      return Uint8Array.from(atob(map), letter => letter.charCodeAt(0));
    }
  }
  const task = library.getDocument({
    data: bytes.slice(), BinaryDataFactory, cMapUrl: '/', cMapPacked: true, useWorkerFetch: false, useWasm: false, useSystemFonts: false,
    disableFontFace: true, fontExtraProperties: true, isOffscreenCanvasSupported: false, isImageDecoderSupported: false, verbosity: 0,
  });
  const misnamed = new Set();
  let text = 'nianbao-sheets 1\n', unread = 0, digits = 0;
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES)
      return `${text}error pages\n`;
    for (let i = 1; i <= pdf.numPages; i++) {
      const sheet = await sheetOf(library, await pdf.getPage(i), misnamed);
      if (sheet.characters.length > MOST_CHARACTERS || sheet.rules.length > MOST_RULES)
        return `${text}error size\n`;
      text += printed(sheet);
      unread += seen(sheet) ? 0 : sheet.unread;
      digits += sheet.characters.filter(({ letter }) => DIGIT.test(letter)).length;
    }
    return `${text}end ${pdf.numPages}${misnamed.size < MISNAMED && unread <= MISNAMED + digits ? '' : ' misnamed'}\n`;
  } catch (error) {
    return `${text}error ${error.name === 'PasswordException' ? 'encrypted' : 'damaged'}\n`;
  } finally {
    task.destroy();
  }
}
