// build.mjs - the documents as a small site in both languages, with the codebook and the grammar's railroad diagrams.
// Usage: build.mjs SOURCES GRAMMAR CODEBOOK FOLDER, where GRAMMAR is what railroad.xsl makes, with grammar.svg beside it, CODEBOOK what
// "nianbao schema codebook" prints, and FOLDER is written anew. A link that leads nowhere ends the build. Modules of npm are found from
// the working folder.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, resolve } from 'node:path';

const [sources, grammar, codebook, folder] = process.argv.slice(2);
const require = createRequire(resolve('x'));
const MarkdownIt = require('markdown-it');
const { default: anchor } = require('markdown-it-anchor');
const railroad = require('railroad-diagrams');

// Each page in the order of the menu: what it is called and its document, in English and in Chinese. What has no Chinese document is called
// so (英文) in the Chinese menu; null is a page that is made here.
const pages = [
  ['index', 'Overview', 'README.md', '概览', 'README.zh.md'],
  ['formats', 'Formats', 'doc/formats.md', '输出格式', 'doc/formats.zh.md'],
  ['tables', 'Tables for research', 'doc/tables.md', '研究用表格', 'doc/tables.zh.md'],
  ['codebook', 'Codebook', null, '代码本', null],
  ['rules', 'Rules', 'doc/rules.md', '规则', 'doc/rules.zh.md'],
  ['word', 'Word documents', 'doc/word.md', 'Word 文件', 'doc/word.zh.md'],
  ['web', 'Web pages', 'doc/web.md', '网页', 'doc/web.zh.md'],
  ['encodings', 'Encodings', 'doc/encodings.md', '字符编码', 'doc/encodings.zh.md'],
  ['grammar', 'Grammar', 'doc/grammar.md', '文法', 'doc/grammar.zh.md'],
  ['railroad', 'Railroad diagrams', null, '文法图', null],
  ['scale', 'Many reports', 'doc/scale.md', '大批报告', 'doc/scale.zh.md'],
  ['python', 'Python', 'bindings/python/README.md', 'Python'],
  ['editors', 'Editors', 'examples/editors/README.md', '编辑器'],
  ['columns', 'Columns', 'doc/columns.md', '按位置读列'],
  ['recovery', 'Lost columns', 'doc/recovery.md', '丢失的列位'],
  ['forms', 'Forms', 'doc/forms.md', '表样'],
  ['architecture', 'Architecture', 'doc/architecture.md', '程序结构'],
  ['scores', 'Measurements', 'doc/scores.md', '测量结果'],
];
const languages = { en: { ending: '.html', lang: 'en', title: 1, document: 2 }, zh: { ending: '.zh.html', lang: 'zh-CN', title: 3, document: 4 } };
const isIn = (page, language) => page[languages[language].document] !== undefined;
const escape = text => text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]);

/* ---- links: a document is its page, another file is carried along ---- */

const pageOf = new Map();
for (const page of pages)
  for (const { document, ending } of Object.values(languages))
    if (page[document])
      pageOf.set(page[document], page[0] + ending);

function target(link, from) {
  if (/^[a-z]+:|^#/.test(link))
    return link;
  const [, path, fragment] = link.match(/^([^#]*)(.*)$/);
  const file = normalize(join(dirname(from), path)).replace(/\/$/, '');
  if (pageOf.has(file))
    return pageOf.get(file) + fragment;
  const source = file === 'doc/grammar.svg' ? join(dirname(grammar), 'grammar.svg') : join(sources, file);
  if (!existsSync(source))
    throw new Error(`${from}: there is no ${link}`);
  if (statSync(source).isDirectory())
    return pageOf.get(`${file}/README.md`) ?? '#';
  cpSync(source, join(folder, file));
  return file;
}

const slug = words => words.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
const markdown = new MarkdownIt({ html: true }).use(anchor, { slugify: slug });
markdown.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

/* A document as HTML and its headings of the second level. */
function rendered(document) {
  const tokens = markdown.parse(readFileSync(join(sources, document), 'utf8'), {});
  const visit = list => {
    for (const token of list ?? []) {
      for (const name of ['href', 'src'])
        if (token.attrGet(name))
          token.attrSet(name, target(token.attrGet(name), document));
      visit(token.children);
    }
  };
  visit(tokens);
  const headings = tokens.flatMap((token, at) => token.type === 'heading_open' && token.tag === 'h2'
    ? [[token.attrGet('id'), tokens[at + 1].content]] : []);
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { html: html.replaceAll('<pre>', '<pre tabindex="0">'), headings };
}

/* ---- pages of their own ---- */

function codebookPage(language) {
  const lines = readFileSync(codebook, 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/).map(line => line.split(','));
  const row = (cells, tag) => `<tr>${cells.map(cell => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  const words = language === 'en'
    ? ['Codebook', 'Every column and cell id of the outputs, as <code>nianbao schema codebook</code> prints them.']
    : ['代码本', '输出中的各列和各单元格标识，即 <code>nianbao schema codebook</code> 的输出。'];
  return { html: `<h1>${words[0]}</h1><p>${words[1]} (${lines.length - 1})</p><div class="scroll" tabindex="0"><table>
<thead>${row(lines[0], 'th')}</thead><tbody>${lines.slice(1).map(cells => row(cells, 'td')).join('\n')}</tbody></table></div>`, headings: [] };
}

/* A Chinese character is two columns wide, which the library does not know. */
function widened(box, text) {
  box.width += 8 * (text.match(/[\u2460-\u24ff\u3000-\uffef]/g) ?? []).length;
  return box;
}

const rules = new Map();
for (const line of readFileSync(grammar, 'utf8').trim().split('\n')) {
  const [name, ...side] = line.split('\t');
  rules.set(name, [...rules.get(name) ?? [], side]);
}

/* What a rule is a list of, if it is nothing else: any number of one symbol. */
function listed(name) {
  const [first, again, ...more] = rules.get(name) ?? [[]];
  return !first.length && again?.length === 2 && again[0] === name && !more.length ? again[1] : null;
}

function drawnSymbol(symbol) {
  if (symbol[0] === "'")
    return widened(railroad.Terminal(symbol.slice(1)), symbol);
  const element = listed(symbol);
  return element ? railroad.ZeroOrMore(drawnSymbol(element)) : railroad.NonTerminal(symbol, `#${symbol}`);
}

const drawnSequence = symbols => (symbols.length ? railroad.Sequence(...symbols.map(drawnSymbol)) : railroad.Skip());
const drawnChoice = list => (list.length > 1 ? railroad.Choice(0, ...list.map(drawnSequence)) : drawnSequence(list[0]));

/* A rule that begins with itself is a list: what it may begin with, and then what may follow any number of times. */
function drawnRule(name, sides) {
  const again = sides.filter(side => side[0] === name).map(side => side.slice(1)), first = sides.filter(side => side[0] !== name);
  if (!again.length)
    return railroad.Diagram(drawnChoice(first));
  if (first.length === 1 && again.length === 1 && first[0].join() === again[0].join())
    return railroad.Diagram(railroad.OneOrMore(drawnChoice(first)));
  const list = railroad.ZeroOrMore(drawnChoice(again));
  return first.every(side => !side.length) ? railroad.Diagram(list) : railroad.Diagram(drawnChoice(first), list);
}

function railroadPage(language) {
  const words = language === 'en'
    ? ['Railroad diagrams', 'The grammar of a report, drawn from bison’s own report of <code>grammar/report.y</code>. Round: what the scanner reads. Square: a rule, which a click leads to. <code>error</code> stands where reading goes on behind something broken.']
    : ['文法图', '年度报告的文法，由 bison 对 <code>grammar/report.y</code> 的报告画出。圆角框是扫描器读出的内容，方框是规则，点击可跳到该规则；<code>error</code> 处表示跳过损坏的内容后继续读。'];
  const html = [...rules].filter(([name]) => !listed(name)).map(([name, sides]) => `<h2 id="${name}">${name}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="${escape(`${name}: ${sides.map(side => side.join(' ').replaceAll("'", '')).join(' | ')}`)}">${drawnRule(name, sides)}</div>`).join('\n');
  return { html: `<h1>${words[0]}</h1><p>${words[1]}</p>${html}`, headings: [] };
}

const own = { codebook: codebookPage, railroad: railroadPage };

/* ---- the site ---- */

function menu(language, current) {
  const { ending, title } = languages[language];
  return pages.map(page => {
    const [here, note] = isIn(page, language) ? [page[0] + ending, ''] : [`${page[0]}.html`, '（英文）'];
    return `<li><a href="${here}"${page[0] === current ? ' aria-current="page"' : ''}>${page[title]}${note}</a></li>`;
  }).join('\n');
}

function write(page, language) {
  const { ending, lang, title, document } = languages[language], other = language === 'en' ? 'zh' : 'en';
  const { html, headings } = page[document] ? rendered(page[document]) : own[page[0]](language);
  const contents = headings.length > 2
    ? `<details class="contents"><summary>${language === 'en' ? 'On this page' : '本页内容'}</summary><ul>${
      headings.map(([id, words]) => `<li><a href="#${id}">${escape(words.replace(/`/g, ''))}</a></li>`).join('')}</ul></details>` : '';
  const across = isIn(page, other) ? page[0] : 'index';
  writeFileSync(join(folder, page[0] + ending), `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page[title])} · nianbao</title><link rel="stylesheet" href="page.css"></head><body>
<nav aria-label="${language === 'en' ? 'Documents' : '文档'}"><p><b>nianbao</b>
<a href="${across}${languages[other].ending}" lang="${languages[other].lang}">${language === 'en' ? '中文' : 'English'}</a></p>
<ul>${menu(language, page[0])}</ul></nav>
<main>${contents}${html}</main></body></html>
`);
}

/* Places within pages that links name and that are not there. */
function lost() {
  const made = pages.flatMap(page => Object.keys(languages).filter(language => isIn(page, language)).map(language => page[0] + languages[language].ending));
  const text = new Map(made.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
  return made.flatMap(name => [...text.get(name).matchAll(/href="([^":#]*)#([^"]+)"/g)]
    .filter(([, page, id]) => !text.get(page || name)?.includes(`id="${decodeURIComponent(id)}"`))
    .map(([, page, id]) => `${name}: there is no ${page}#${decodeURIComponent(id)}`));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(sources, 'doc/site/page.css'), join(folder, 'page.css'));
for (const page of pages)
  for (const language of Object.keys(languages))
    if (isIn(page, language))
      write(page, language);
const nowhere = lost();
if (nowhere.length)
  throw new Error(nowhere.join('\n'));
