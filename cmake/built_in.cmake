# Builds files into a target: an assembler file pulls in their bytes, a C++ file lists them by path.
# The assembler's .incbin keeps compile time independent of their size.
function(sayso_build_in target)
  set(asm "${CMAKE_CURRENT_BINARY_DIR}/built_in_bytes.S")
  set(list "${CMAKE_CURRENT_BINARY_DIR}/built_in.cpp")
  set(asm_text ".section .note.GNU-stack,\"\",%progbits\n.section .rodata\n")
  set(symbols "")
  set(entries "")
  set(number 0)
  foreach(path IN LISTS ARGN)
    set(symbol "sayso_built_in_${number}")
    string(APPEND asm_text
      ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n.incbin \"${PROJECT_SOURCE_DIR}/${path}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND symbols "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND entries "        {\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    set_property(SOURCE "${asm}" APPEND PROPERTY OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/${path}")
    math(EXPR number "${number} + 1")
  endforeach()
  file(CONFIGURE OUTPUT "${asm}" CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT "${list}" CONTENT
"// Made by cmake/built_in.cmake.
#include \"base/built_in.h\"

#include <array>

${symbols}
namespace sayso {

std::span<const BuiltInFile> built_in_files() {
    static const std::array<BuiltInFile, ${number}> files{{
${entries}    }};
    return files;
}

}  // namespace sayso
" @ONLY)
  target_sources(${target} PRIVATE "${asm}" "${list}")
endfunction()
