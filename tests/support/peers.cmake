# SPDX-License-Identifier: GPL-3.0-or-later
include(${CMAKE_CURRENT_LIST_DIR}/dispatchers.cmake)

# Peers that tests of several rooms need: certificates and outbound proxies.
add_library(qcc_test_peers STATIC certificates.cpp certificates.h outbound_proxies.cpp outbound_proxies.h)
target_link_libraries(qcc_test_peers PUBLIC qcc_flags Qt6::Network)
target_precompile_headers(qcc_test_peers REUSE_FROM qcc_pch)
set_target_properties(qcc_test_peers PROPERTIES AUTOMOC ON)
