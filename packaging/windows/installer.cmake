# SPDX-License-Identifier: GPL-3.0-or-later
# What cpack tells NSIS. By itself, so that it can be tried out without a compiler for Windows.
set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_INSTALL_DIRECTORY QCC)
set(CPACK_PACKAGE_EXECUTABLES qcc-desktop QCC)
set(CPACK_CREATE_DESKTOP_LINKS)
set(CPACK_NSIS_DISPLAY_NAME QCC)
set(CPACK_NSIS_PACKAGE_NAME QCC)
set(CPACK_NSIS_MUI_ICON ${PROJECT_BINARY_DIR}/icons/qcc.ico)
set(CPACK_NSIS_MUI_UNIICON ${PROJECT_BINARY_DIR}/icons/qcc.ico)
set(CPACK_NSIS_INSTALLED_ICON_NAME qcc-desktop.exe)
set(CPACK_NSIS_EXECUTABLES_DIRECTORY .)
set(CPACK_NSIS_MODIFY_PATH ON) # for `qcc` in a terminal; asked for in the installer
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_UNIQUE_NAME QCC)
# Links that begin with qcc://.
string(JOIN "\n" CPACK_NSIS_EXTRA_INSTALL_COMMANDS
  "WriteRegStr SHCTX 'Software\\Classes\\qcc' '' 'URL:QCC'"
  "WriteRegStr SHCTX 'Software\\Classes\\qcc' 'URL Protocol' ''"
  "WriteRegStr SHCTX 'Software\\Classes\\qcc\\DefaultIcon' '' '$INSTDIR\\qcc-desktop.exe,0'"
  "WriteRegStr SHCTX 'Software\\Classes\\qcc\\shell\\open\\command' '' '\"$INSTDIR\\qcc-desktop.exe\" \"%1\"'")
# The start at login is a value of the person's; a program that is gone can't be started.
string(JOIN "\n" CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS
  "DeleteRegKey SHCTX 'Software\\Classes\\qcc'"
  "DeleteRegValue HKCU 'Software\\Microsoft\\Windows\\CurrentVersion\\Run' 'QCC'")
