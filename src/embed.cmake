# Writes OUTPUT, a C table of the FILES below ROOT: name, bytes, size. See base/embedded.h.
# cmake -DROOT=data -DFILES="a;b" -DOUTPUT=embedded_files.c -P embed.cmake
set(arrays "")
set(rows "")
set(number 0)
list(SORT FILES)
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" hex HEX)
  # Sixteen bytes a line, so that a compiler's message about one stays readable.
  string(REPEAT "[0-9a-f]" 32 line)
  string(REGEX REPLACE "(${line})" "\\1\n    " hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays "static const unsigned char file_${number}[] = {\n    ${bytes}0x00};\n")
  string(APPEND rows "    {\"${file}\", (const char *)file_${number}, sizeof file_${number} - 1},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "/* Made from data/ by src/embed.cmake. */\n#include \"touchbase/base/embedded.h\"\n\n"
     "${arrays}\nconst struct embedded_file embedded_files[] = {\n${rows}    {0, 0, 0}};\n")
