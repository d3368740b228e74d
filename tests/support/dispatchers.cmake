# SPDX-License-Identifier: GPL-3.0-or-later
# qcc_dispatcher_test(NAME …): a qcc_test whose main() is QCC_DISPATCHER_TEST_MAIN; it runs twice, on Qt's own event
# UNIX dispatcher (not GLib's, which is not ours to test) and on EpollDispatcher.
function(qcc_dispatcher_test name)
  qcc_test(${name} ${ARGN})
  if(NOT TARGET ${name} OR NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
    return()
  endif()
  get_test_property(${name} ENVIRONMENT environment)
  get_test_property(${name} TIMEOUT timeout)
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment};QT_NO_GLIB=1")
  add_test(NAME ${name}_epoll COMMAND ${name})
  set_tests_properties(${name}_epoll PROPERTIES TIMEOUT ${timeout} ENVIRONMENT "${environment};QCC_TEST_DISPATCHER=epoll")
endfunction()
