# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of QCC shares: warnings, sanitizers, the precompiled header, and the shape of a room.

add_library(qcc_flags INTERFACE)
target_include_directories(qcc_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(qcc_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
  QCC_VERSION="${PROJECT_VERSION}")
target_compile_options(qcc_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  $<$<BOOL:${QCC_WARNINGS_AS_ERRORS}>:-Werror>)
if(QCC_SANITIZE)
  target_compile_options(qcc_flags INTERFACE -fsanitize=${QCC_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(qcc_flags INTERFACE -fsanitize=${QCC_SANITIZE})
  if(QCC_SANITIZE MATCHES "undefined")
    target_compile_options(qcc_flags INTERFACE -fno-sanitize-recover=undefined)
  endif()
endif()

# One precompiled header for all rooms: the QtCore values and standard headers that nearly every source needs.
file(WRITE ${CMAKE_BINARY_DIR}/qcc_pch.cpp.in "// precompiled header host\n")
configure_file(${CMAKE_BINARY_DIR}/qcc_pch.cpp.in ${CMAKE_BINARY_DIR}/qcc_pch.cpp COPYONLY)
add_library(qcc_pch OBJECT ${CMAKE_BINARY_DIR}/qcc_pch.cpp)
target_link_libraries(qcc_pch PRIVATE qcc_flags Qt6::Core)
target_precompile_headers(qcc_pch PRIVATE
  <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string> <utility>
  <variant> <vector>
  <QByteArray> <QByteArrayView> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QObject> <QPointer>
  <QString> <QStringList> <QTimer> <QUrl>)

# One more for the window's rooms, with the widgets that nearly every one of their sources needs.
add_library(qcc_ui_pch OBJECT ${CMAKE_BINARY_DIR}/qcc_pch.cpp)
target_link_libraries(qcc_ui_pch PRIVATE qcc_flags Qt6::Widgets)
target_precompile_headers(qcc_ui_pch PRIVATE
  <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set> <span> <utility> <variant> <vector>
  <QAbstractItemModel> <QApplication> <QBoxLayout> <QDateTime> <QEvent> <QFormLayout> <QHash> <QIcon> <QLabel> <QLineEdit>
  <QMenu> <QObject> <QPainter> <QPalette> <QPointer> <QPushButton> <QString> <QStringList> <QStyle> <QStyleOption> <QTimer>
  <QUrl> <QWidget>)

# qcc_system_sources(RESULT BASE…): what differs between systems has a header BASE.h and one source a system. The first that
# is there counts: BASE_linux.cpp, BASE_posix.cpp and BASE_other.cpp on Linux, …
if(WIN32)
  set(QCC_SYSTEM_ENDINGS windows other)
elseif(APPLE)
  set(QCC_SYSTEM_ENDINGS mac posix other)
elseif(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(QCC_SYSTEM_ENDINGS linux posix other)
else()
  set(QCC_SYSTEM_ENDINGS posix other)
endif()
function(qcc_system_sources result)
  set(sources)
  foreach(base ${ARGN})
    set(found)
    foreach(ending ${QCC_SYSTEM_ENDINGS})
      if(NOT found AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${base}_${ending}.cpp)
        set(found ${base}_${ending}.cpp)
      endif()
    endforeach()
    if(NOT found)
      message(FATAL_ERROR "${CMAKE_CURRENT_SOURCE_DIR}/${base}: no source for this system")
    endif()
    list(APPEND sources ${found} ${base}.h)
  endforeach()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

# qcc_room(NAME SOURCES … LINK …): a static library that holds one room of the architecture.
# What it links is what it may include; tests/architecture checks the includes.
function(qcc_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC qcc_flags Qt6::Core ${ROOM_LINK})
  target_precompile_headers(${name} REUSE_FROM qcc_pch)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endfunction()

# qcc_ui_room(NAME SOURCES … LINK …): the same for a room with widgets.
function(qcc_ui_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC qcc_flags Qt6::Core Qt6::Widgets ${ROOM_LINK})
  target_precompile_headers(${name} REUSE_FROM qcc_ui_pch)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endfunction()

# qcc_test(NAME SOURCES … LINK … [TIMEOUT s]): one Qt Test program, one CTest entry.
function(qcc_test name)
  cmake_parse_arguments(T "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  add_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE qcc_flags Qt6::Test ${T_LINK})
  target_precompile_headers(${name} REUSE_FROM qcc_pch)
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp;TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1:ignore_noninstrumented_modules=1:die_after_fork=0:suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp")
endfunction()

# qcc_ui_test(NAME SOURCES … LINK … [TIMEOUT s]): the same with widgets, on the offscreen platform.
function(qcc_ui_test name)
  cmake_parse_arguments(T "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
  qcc_test(${name} SOURCES ${T_SOURCES} LINK Qt6::Widgets qcc_ui_support ${T_LINK} TIMEOUT ${T_TIMEOUT})
endfunction()
