# SPDX-License-Identifier: GPL-3.0-or-later
# Run by cpack on what it has put together: directories have the umask of whoever packs, and must not.
file(CHMOD_RECURSE ${CPACK_TEMPORARY_INSTALL_DIRECTORY} DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
