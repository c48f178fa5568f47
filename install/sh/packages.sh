# The system's package manager, asked only for what is missing, and said aloud.

# as_root COMMAND...: runs it as root, through sudo where this is another user.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    if [ -t 0 ]; then sudo "$@"; else sudo -n "$@"; fi
  else
    return 1
  fi
}

apt_ready() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }
}

# apt_install PACKAGE...: installs Debian packages, refreshing the lists once a run.
apt_install() {
  apt_ready || return 1
  apt_update
  say "installing $* with apt-get"
  apt_quietly install -y --no-install-recommends "$@"
}

apt_update() {
  [ -z "${apt_updated:-}" ] || return 0
  apt_updated=yes
  say "refreshing the lists of packages with apt-get"
  apt_quietly update || say "going on with the lists that are here"
}

# What apt-get has to say is shown only when it fails.
apt_quietly() {
  local said
  said=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" 2>&1) && return
  printf '%s\n' "$said" | tail -n 20 >&2
  return 1
}
