# SPDX-License-Identifier: GPL-3.0-or-later
# A freedesktop.org system: /usr/share and its neighbours.

install(TARGETS qcc qcc-desktop qcc-sim RUNTIME)

set(linux_dir ${CMAKE_CURRENT_LIST_DIR})
set(ready_dir ${PROJECT_BINARY_DIR}/linux)
configure_file(${linux_dir}/qcc.metainfo.xml.in ${ready_dir}/${QCC_APP_ID}.metainfo.xml @ONLY)
configure_file(${linux_dir}/qcc-proxy.service.in ${ready_dir}/qcc-proxy.service @ONLY)

install(FILES ${linux_dir}/qcc.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${ready_dir}/${QCC_APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${ready_dir}/qcc-proxy.service DESTINATION lib/systemd/user) # the same on every architecture

set(theme_dir ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
foreach(width 16 22 24 32 48 64 128 256 512)
  install(FILES ${PROJECT_BINARY_DIR}/icons/hicolor/${width}x${width}/apps/qcc.png
    DESTINATION ${theme_dir}/${width}x${width}/apps)
endforeach()
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/qcc.svg DESTINATION ${theme_dir}/scalable/apps)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/icons/qcc-symbolic.svg DESTINATION ${theme_dir}/symbolic/apps)

set(completions ${PROJECT_SOURCE_DIR}/packaging/completions)
install(FILES ${completions}/qcc.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME qcc)
install(FILES ${completions}/_qcc DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${completions}/qcc.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# qcc_compressed(FILE RESULT): the same every time, for -n keeps name and time out of it.
find_program(QCC_GZIP gzip REQUIRED)
function(qcc_compressed file result)
  add_custom_command(OUTPUT ${result} COMMAND sh -c "\"$1\" -9nc \"$2\" >\"$3\"" sh ${QCC_GZIP} ${file} ${result}
    DEPENDS ${file} VERBATIM)
endfunction()

set(pages)
foreach(page qcc qcc-desktop qcc-sim)
  qcc_compressed(${PROJECT_BINARY_DIR}/man/${page}.1 ${ready_dir}/${page}.1.gz)
  list(APPEND pages ${ready_dir}/${page}.1.gz)
endforeach()
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
add_custom_target(qcc-linux-files DEPENDS ${pages})
add_dependencies(qcc-linux-files qcc-man)
list(APPEND QCC_PACKAGE_TARGETS qcc-linux-files)
