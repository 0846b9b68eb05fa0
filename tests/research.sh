#!/bin/sh
# research.sh - the panel in the hands of others: DuckDB (from npm) makes Parquet of the CSV as doc/tables.md says and reads ndjson, R, where it is
# installed, runs the vignette; both find what SQLite finds. Usage: research.sh BUILD-FOLDER. Skipped where npm has no DuckDB.
build=$(cd "$1" && pwd) sources=$(cd "$(dirname "$0")/.." && pwd) || exit 1
mkdir -p "$build/research" && cd "$build/research" || exit 1
[ -d node_modules/@duckdb ] || npm install --silent --no-audit --no-fund --prefix . @duckdb/node-api@1.5.6-r.1 || { echo 'npm has no DuckDB'; exit 77; }
rm -rf reports ./*.csv ./*.parquet && mkdir reports && cp "$sources"/examples/*-20??.txt "$sources"/examples/*.html "$sources"/examples/*.docx reports
for output in 'csv -o cells.csv' 'ndjson -o all.ndjson' 'sqlite -o panel.db'; do
	# shellcheck disable=SC2086 # words
	"$build/nianbao" convert --quiet -t $output reports/* || [ $? -eq 1 ] || exit 1
done
cp cells.csv panel.csv
wanted=$(python3 -c 'import sqlite3; print(sqlite3.connect("panel.db").execute("""SELECT sum("applications.received.total") FROM wide""").fetchone()[0])')

failed=0
# found WHO WHAT
found() { [ "$2" = "$wanted" ] || { echo "$1 finds $2, SQLite $wanted"; failed=1; }; }
sed -n 's/^    \(COPY .*\);$/\1/p' "$sources/doc/tables.md" > recipe.sql
cat > read.cjs << 'END'
const { DuckDBInstance } = require('@duckdb/node-api');
DuckDBInstance.create().then(database => database.connect()).then(async db => {
  await db.run(require('node:fs').readFileSync('recipe.sql', 'utf8'));
  for (const query of [`SELECT sum(value)::INTEGER FROM 'cells.parquet' WHERE "table" = 'applications' AND "row" = 'received' AND "column" = 'total'`,
    `SELECT sum(tables.applications.rows.received.total.value)::INTEGER FROM 'all.ndjson'`])
    console.log((await db.runAndReadAll(query)).getRowsJson()[0][0]);
});
END
node read.cjs > duckdb || exit 1
found 'DuckDB in Parquet' "$(sed -n 1p duckdb)"
found 'DuckDB in ndjson' "$(sed -n 2p duckdb)"
if command -v Rscript > /dev/null; then
	{ sed -n '/^```{r}/,/^```$/{/^```/d;p}' "$sources/bindings/r/panel.Rmd"; echo 'cat("sum", sum(received$number), "\n")'; } > panel.R
	found R "$(LC_ALL=C.UTF-8 Rscript panel.R | sed -n 's/^sum \([0-9]*\).*/\1/p')"
else
	echo 'no R, so the vignette is not run'
fi
exit "$failed"
