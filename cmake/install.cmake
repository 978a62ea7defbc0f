# cmake --install: the program with manual page and completions, and what a C++ program needs to use it.
include(GNUInstallDirs)

install(TARGETS sayso RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/model/english.model DESTINATION ${CMAKE_INSTALL_DATADIR}/sayso)
install(FILES ${PROJECT_SOURCE_DIR}/docs/sayso.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# The program prints its completions itself.
set(completions ${PROJECT_BINARY_DIR}/completions)
file(MAKE_DIRECTORY ${completions})
foreach(shell IN ITEMS bash zsh fish)
  add_custom_command(OUTPUT ${completions}/sayso.${shell}
    COMMAND sayso completion ${shell} > ${completions}/sayso.${shell}
    DEPENDS sayso VERBATIM)
endforeach()
add_custom_target(completions ALL
  DEPENDS ${completions}/sayso.bash ${completions}/sayso.zsh ${completions}/sayso.fish)
install(FILES ${completions}/sayso.bash RENAME sayso
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/sayso.zsh RENAME _sayso DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/sayso.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Headers, static libraries and sayso.pc: c++ -std=c++20 mine.cpp $(pkg-config --cflags --libs sayso)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/sayso DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS sayso_flow sayso_record sayso_read sayso_analyse sayso_intake sayso_json sayso_base
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/sayso.pc.in ${PROJECT_BINARY_DIR}/sayso.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/sayso.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
