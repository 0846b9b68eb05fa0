/* worker.js - runs the compiler beside the page, so that the page never stands still; keeps nothing from one task to the next. */
'use strict';

/* The page says first what the compiler is: gzip of WebAssembly. */
let engine;

async function start(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return createEngine({ wasmBinary: await new Response(stream).arrayBuffer() });
}

/* What `make` returns as a pointer to bytes that are ours, as bytes of JavaScript. */
function taken(module, make) {
  const length = module._malloc(4);
  const bytes = make(length);
  const copy = bytes ? module.HEAPU8.slice(bytes, bytes + module.HEAPU32[length >> 2]) : null;
  module._free(bytes);
  module._free(length);
  if (!copy)
    throw new Error('out of memory');
  return copy;
}

function withString(module, string, use) {
  const bytes = new TextEncoder().encode(string + '\0');
  const at = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, at);
  try {
    return use(at);
  } finally {
    module._free(at);
  }
}

/* The report in a file as a pointer, or an exception that says why there is none. */
function compile(module, file, lint) {
  const at = module._malloc(file.bytes.length || 1);
  module.HEAPU8.set(file.bytes, at);
  const report = withString(module, file.name, name => module._page_compile(name, at, file.bytes.length, lint));
  module._free(at);
  if (!report)
    throw new Error(module.UTF8ToString(module._page_error()));
  return report;
}

/* A document of reports: `write` is one of the writers of page.c. */
function document(module, write, format, reports) {
  const list = module._malloc(4 * reports.length);
  module.HEAPU32.set(reports, list >> 2);
  try {
    return taken(module, length => withString(module, format, name => write(name, list, reports.length, length)));
  } finally {
    module._free(list);
  }
}

/* The same checked, against last year's if there is one. */
function lint(module, file, previous) {
  const report = compile(module, file, true);
  if (!previous)
    return report;
  const last = compile(module, previous, true);
  module._nb_compare(report, last, 0, 0);
  module._nb_report_free(last);
  return report;
}

/* The document that the command would write of these files: lint for a format of findings, else convert. */
function write(module, { format, files, previous }) {
  const reports = [];
  try {
    for (const file of files)
      reports.push(format === 'html' ? lint(module, file, previous) : compile(module, file, false));
    return document(module, format === 'html' ? module._page_lint : module._page_write, format, reports);
  } finally {
    reports.forEach(module._nb_report_free);
  }
}

/* One report checked: the page of findings, and what the list of files shows. */
function check(module, { file, previous }) {
  const report = lint(module, file, previous);
  const read = (writer, format) => new TextDecoder().decode(document(module, writer, format, [report]));
  try {
    const { agency, year } = JSON.parse(read(module._page_write, 'json'));
    const { summary } = JSON.parse(read(module._page_lint, 'json'));
    return { page: read(module._page_lint, 'html'), summary, agency, year };
  } finally {
    module._nb_report_free(report);
  }
}

const tasks = { write, check };

onmessage = async ({ data }) => {
  engine ??= start(data);
  if (!data.task)
    return;
  const answer = { id: data.id };
  try {
    const module = await engine;
    module._page_speak(data.chinese);
    answer.result = tasks[data.task](module, data);
  } catch (error) {
    answer.error = error.message;
  }
  postMessage(answer);
};
