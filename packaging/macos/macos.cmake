# SPDX-License-Identifier: GPL-3.0-or-later
# An application bundle in a disk image. What is tested of it: README.md.

set(macos_dir ${CMAKE_CURRENT_LIST_DIR})
set(bundle QCC.app)

set_target_properties(qcc-desktop PROPERTIES MACOSX_BUNDLE ON OUTPUT_NAME QCC
  MACOSX_BUNDLE_INFO_PLIST ${macos_dir}/Info.plist.in
  MACOSX_BUNDLE_BUNDLE_NAME QCC
  MACOSX_BUNDLE_GUI_IDENTIFIER ${QCC_APP_ID}
  MACOSX_BUNDLE_ICON_FILE qcc.icns
  MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
  MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})

install(TARGETS qcc-desktop BUNDLE DESTINATION .)
install(FILES ${PROJECT_BINARY_DIR}/icons/qcc.icns DESTINATION ${bundle}/Contents/Resources)
# The command line is part of the bundle; README.md says how it comes into PATH.
install(TARGETS qcc qcc-sim RUNTIME DESTINATION ${bundle}/Contents/MacOS)
install(FILES ${PROJECT_BINARY_DIR}/man/qcc.1 ${PROJECT_BINARY_DIR}/man/qcc-sim.1
  DESTINATION ${bundle}/Contents/Resources/man/man1)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/completions/qcc.bash ${PROJECT_SOURCE_DIR}/packaging/completions/_qcc
  ${PROJECT_SOURCE_DIR}/packaging/completions/qcc.fish DESTINATION ${bundle}/Contents/Resources/completions)

# Qt's frameworks and plugins, for all three programs.
qt_generate_deploy_app_script(TARGET qcc-desktop OUTPUT_SCRIPT deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy_script})

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME QCC)
