/* worker.js - runs the compiler beside the page, so that the page never stands still; keeps nothing from one task to the next. */
'use strict';

/* The page says first what it has packed, each gzip in base64: the compiler as WebAssembly, the reader of PDF, the writer of Excel's
 * files. The latter two are unpacked when they are first asked for. */
let packed, engine;

const unpacked = name => new Response(
  new Blob([Uint8Array.from(atob(packed[name]), letter => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream('gzip')));

async function start() {
  return createEngine({ wasmBinary: await unpacked('engine').arrayBuffer() });
}

async function imported(script) {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/* What is made at the first call and kept. */
function once(make) {
  let made;
  return () => made ??= make();
}

const pdfLibrary = once(async () => {
  const { main, worker, library, maps } = await unpacked('pdf').json();
  await imported(library);
  globalThis.window = globalThis; // or its worker would take the page's messages for its own
  globalThis.pdfjsWorker = await imported(worker); // it runs here
  const { getDocument, OPS } = await imported(main);
  const names = [];
  for (const [name, number] of Object.entries(OPS))
    names[number] = name;
  return { getDocument, names, maps };
});

const excelWriter = once(async () => {
  await imported(await unpacked('excel').text());
  return globalThis.writeXlsxFile;
});

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

/* A copy of a string for the module, which the caller frees. */
function stringFor(module, string) {
  const bytes = new TextEncoder().encode(string + '\0');
  const at = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, at);
  return at;
}

function withString(module, string, use) {
  const at = stringFor(module, string);
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

/* [name, why] of files that gave no report as a list of struct nb_failure, which is at most some lines: it is not freed. */
function failureList(module, failures) {
  let next = 0;
  for (const [name, why] of failures.reverse()) {
    const at = module._malloc(12);
    module.HEAPU32.set([next, stringFor(module, name), stringFor(module, why)], at >> 2);
    next = at;
  }
  return next;
}

/* A document of reports: `write` is one of the writers of page.c. */
function document(module, write, format, reports, failures = []) {
  const list = module._malloc(4 * reports.length || 1);
  module.HEAPU32.set(reports, list >> 2);
  const failed = failureList(module, failures);
  try {
    return taken(module, length => withString(module, format, name => write(name, list, reports.length, length, failed)));
  } finally {
    module._free(list);
  }
}

const textOf = (...what) => new TextDecoder().decode(document(...what));

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

/* The document that the command would write of these files: lint for the page of findings, else convert; both in an Excel file. */
async function write(module, { format, files, chinese }) {
  const reports = [], failures = [], page = format === 'html', excel = format === 'xlsx';
  try {
    for (const [file, previous] of files)
      try {
        reports.push(page || excel ? lint(module, file, previous) : compile(module, file, false));
      } catch (error) {
        failures.push([file.name, error.message]);
      }
    if (excel)
      return await workbook(await excelWriter(), textOf(module, module._page_write, 'csv:findings', reports),
        textOf(module, module._page_write, 'csv', reports), chinese);
    return document(module, page ? module._page_lint : module._page_write, format, reports, failures);
  } finally {
    reports.forEach(module._nb_report_free);
  }
}

/* One report checked: the page of findings, and what the list of files shows. */
function check(module, { file, previous }) {
  const report = lint(module, file, previous);
  const read = (writer, format) => textOf(module, writer, format, [report]);
  try {
    const { agency, year } = JSON.parse(read(module._page_write, 'json'));
    const { summary } = JSON.parse(read(module._page_lint, 'json'));
    return { page: read(module._page_lint, 'html'), summary, agency, year };
  } finally {
    module._nb_report_free(report);
  }
}

/* A PDF as the compiler takes it. */
async function pages(module, { bytes }) {
  return new TextEncoder().encode(await sheetsOf(await pdfLibrary(), bytes));
}

const tasks = { write, check, pages };

onmessage = async ({ data }) => {
  if (!packed) {
    packed = data;
    engine = start();
    return;
  }
  const answer = { id: data.id };
  try {
    const module = await engine;
    module._page_speak(data.chinese);
    answer.result = await tasks[data.task](module, data);
  } catch (error) {
    answer.error = error.message;
    if (error instanceof WebAssembly.RuntimeError) // its memory is not to be trusted any more
      engine = start();
  }
  postMessage(answer);
};
