# SPDX-License-Identifier: GPL-3.0-or-later
# An installer for Windows, by NSIS. What is tested of it: README.md.

set(windows_dir ${CMAKE_CURRENT_LIST_DIR})
list(REMOVE_ITEM QCC_PACKAGE_TARGETS qcc-man)

install(TARGETS qcc qcc-desktop qcc-sim RUNTIME DESTINATION .)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION . RENAME LICENSE.txt)

# No console window beside the window; its own icon; UTF-8 on the command line.
set_target_properties(qcc-desktop PROPERTIES WIN32_EXECUTABLE ON)
configure_file(${windows_dir}/programs.rc.in ${PROJECT_BINARY_DIR}/windows/programs.rc @ONLY)
configure_file(${windows_dir}/programs.manifest ${PROJECT_BINARY_DIR}/windows/programs.manifest COPYONLY)
set_source_files_properties(${PROJECT_BINARY_DIR}/windows/programs.rc PROPERTIES
  OBJECT_DEPENDS ${PROJECT_BINARY_DIR}/icons/qcc.ico)
foreach(program qcc qcc-desktop qcc-sim)
  target_sources(${program} PRIVATE ${PROJECT_BINARY_DIR}/windows/programs.rc)
  add_dependencies(${program} qcc-icon-files)
endforeach()

# Qt's libraries and plugins: TLS, the database driver, SVG.
qt_generate_deploy_app_script(TARGET qcc-desktop OUTPUT_SCRIPT deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy_script})

include(${windows_dir}/installer.cmake)
