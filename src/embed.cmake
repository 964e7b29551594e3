# Writes OUTPUT, a C table of the FILES below ROOT: name, bytes, size. See base/embedded.h.
set(arrays "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(................................................................................)"
         "\\1\n    " bytes "${bytes}")
  string(APPEND arrays "static const unsigned char file_${number}[] = {\n    ${bytes}0x00};\n")
  string(APPEND rows "    {\"${file}\", (const char *)file_${number}, sizeof file_${number} - 1},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "/* Made from data/ by src/embed.cmake. */\n#include \"touchbase/base/embedded.h\"\n\n"
     "${arrays}\nconst struct embedded_file embedded_files[] = {\n${rows}    {0, 0, 0}};\n")
