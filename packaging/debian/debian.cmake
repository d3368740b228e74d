# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package. It has no maintainer scripts: the menu, the icons and the manual are brought up to date by the
# triggers of the packages that keep them.

set(debian_dir ${CMAKE_CURRENT_LIST_DIR})
set(maintainer "QCC developers <qcc@example.org>")
set(revision 1)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(changelog ${PROJECT_BINARY_DIR}/debian/changelog)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/debian)
string(TIMESTAMP seconds "%s" UTC)
add_custom_command(OUTPUT ${changelog}
  COMMAND Python3::Interpreter -B ${debian_dir}/changelog.py ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${changelog}
    ${PROJECT_VERSION} ${revision} ${seconds} ${maintainer}
  DEPENDS ${debian_dir}/changelog.py ${PROJECT_SOURCE_DIR}/CHANGELOG.md VERBATIM)
qcc_compressed(${changelog} ${changelog}.Debian.gz)
add_custom_target(qcc-debian-files DEPENDS ${changelog}.Debian.gz)
list(APPEND QCC_PACKAGE_TARGETS qcc-debian-files)

install(FILES ${debian_dir}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/qcc)
install(FILES ${changelog}.Debian.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/qcc)
install(FILES ${debian_dir}/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME qcc)

set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${revision})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${maintainer})
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PRE_BUILD_SCRIPTS ${debian_dir}/directories.cmake)
file(READ ${debian_dir}/description.txt CPACK_DEBIAN_PACKAGE_DESCRIPTION)

# What is linked is found by dpkg-shlibdeps; what is loaded while QCC runs has to be named. Qt's plugins for X11 and TLS
# are in packages that are linked, and so is the one for SVG.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
string(JOIN ", " CPACK_DEBIAN_PACKAGE_DEPENDS
  "libqt6sql6-sqlite" # history.db
  "ca-certificates")  # without them no provider's certificate is trusted
string(JOIN ", " CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "gnome-keyring | kwalletmanager" # keys are kept there; in a file where there is none
  "libsecret-1-0"                  # loaded to reach them
  "libcurl4"                       # loaded when an alert goes out by mail
  "qt6-translations-l10n")         # Qt's own words in Chinese
string(JOIN ", " CPACK_DEBIAN_PACKAGE_SUGGESTS
  "qt6-wayland"      # a window without Xwayland
  "bash-completion") # bash loads our completions with it
