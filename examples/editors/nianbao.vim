" nianbao.vim - :make checks the report being edited, :cnext goes to the next finding.
" Copy to ~/.vim/compiler/nianbao.vim; then :compiler nianbao, or for all reports in a folder:
"   autocmd BufRead,BufNewFile */nianbao/*.txt compiler nianbao
if exists("current_compiler")
  finish
endif
let current_compiler = "nianbao"
CompilerSet makeprg=nianbao\ lint\ --color=never\ --fail-on=never\ %:S
" Lines and columns count characters (%v is the screen column; a report's own columns are characters, which %c comes near in Vim 9).
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m,%-G%.%#
