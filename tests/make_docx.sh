#!/bin/sh
# Makes the test documents in tests/docx: report.docx and draft.docx by a word processor from their sources beside them, the others by
# hand. The results are kept in the repository, so that the tests need no word processor. Needs LibreOffice (Debian:
# libreoffice-writer-nogui) and python3. Usage: sh tests/make_docx.sh
set -eu
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
convert() {
    soffice -env:UserInstallation="file://$profile" --headless --infilter="$2" --convert-to docx:"MS Word 2007 XML" --outdir docx "$1" >/dev/null
}
convert docx/report.html "HTML (StarWriter)"
convert docx/draft.fodt "OpenDocument Text Flat XML"
python3 docx_writer.py docx
