/* excel.js - what was found and what was read as an Excel file: from the CSV that the command writes, with numbers as numbers. */
'use strict';

/* RFC 4180, as output/csv.c writes it. */
function recordsOf(csv) {
  const records = [];
  let record = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted?.replace(/""/g, '"') ?? plain);
    if (end === '\r\n') {
      records.push(record);
      record = [];
    }
  }
  return records;
}

/* Columns as they are called in each language, their width, and what is a number in them. */
const COLUMNS = {
  source: ['文件', 'File', 22], agency: ['机关', 'Office', 18], year: ['年度', 'Year', 7, true], form: ['格式', 'Form', 7],
  rule: ['规则', 'Rule', 8], name: ['规则名称', 'Name', 18], severity: ['程度', 'Severity', 8], place: ['位置', 'Place', 40], line: ['行或段', 'Line or paragraph', 9, true],
  column: ['列', 'Column', 7, true], message: ['问题', 'Message', 70], expected: ['应为', 'Expected', 12], found: ['实为', 'Found', 12],
  suggestion: ['建议', 'Suggestion', 30], table: ['表', 'Table', 14], row_label: ['行名', 'Row', 40], column_label: ['列名', 'Column', 22],
  value: ['数值', 'Value', 11, true], unit: ['单位', 'Unit', 7], raw: ['原文', 'As printed', 11], status: ['来源状态', 'Status', 16],
};
const WORDS = {
  error: '错误', warning: '警告', note: '提示', disclosure: '主动公开', applications: '依申请公开', review: '复议诉讼', given: '印出', blank: '空白',
  na: '横线或“无”', placed: '列由推断得出', ambiguous: '列不能确定', suspect: '与合计矛盾', unread: '不是数', missing: '没有', derived: '推算得出',
};

const WRAPPED = ['place', 'message', 'suggestion'];

/* How many lines a text fills in a column: what is no Latin letter is two of these wide. */
function linesOf(text, width) {
  return Math.ceil([...text].reduce((sum, letter) => sum + (letter > '\u00FF' ? 2 : 1), 0) / (width - 1)) || 1;
}

/* A sheet of these columns of a CSV. */
function sheet(name, csv, chinese, wanted) {
  const [head, ...records] = recordsOf(csv);
  const cell = (column, text) => {
    if (text && COLUMNS[column][3] && /^-?\d{1,15}(\.\d+)?$/.test(text))
      return { type: Number, value: Number(text), align: column === 'value' ? 'right' : 'left', alignVertical: 'top' };
    const value = chinese && ['severity', 'table', 'status'].includes(column) ? WORDS[text] ?? text : text;
    return value ? { type: String, value, wrap: WRAPPED.includes(column), alignVertical: 'top' } : null;
  };
  /* Not every program finds by itself how high a row is whose texts are wrapped. */
  const row = record => {
    const lines = Math.max(...WRAPPED.map(column => linesOf(record[head.indexOf(column)] ?? '', COLUMNS[column][2])));
    const [first, ...others] = wanted.map(column => cell(column, record[head.indexOf(column)]));
    return [{ ...first, height: 15 * lines }, ...others];
  };
  const title = column => ({ value: COLUMNS[column][chinese ? 0 : 1], fontWeight: 'bold', backgroundColor: '#E8EEF4' });
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    columns: wanted.map(column => ({ width: COLUMNS[column][2] })),
    data: [wanted.map(title), ...records.map(row)],
  };
}

/* The bytes of the file. */
async function workbook(write, findings, cells, chinese) {
  const sheets = [
    sheet(chinese ? '检查结果' : 'Findings', findings, chinese,
      ['source', 'agency', 'year', 'severity', 'place', 'message', 'expected', 'found', 'suggestion', 'rule', 'name']),
    sheet(chinese ? '表格数据' : 'Tables', cells, chinese,
      ['source', 'agency', 'year', 'table', 'row_label', 'column_label', 'value', 'unit', 'raw', 'status', 'line'])];
  return new Uint8Array(await (await write(sheets).toBlob()).arrayBuffer());
}
