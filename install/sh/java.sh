# Which JDK: NYALA_JAVA_HOME, then JAVA_HOME, then the newest from 17 up that is found.

oldest_java=17

# java_major HOME: the JDK's major version, or nothing where there is no JDK.
java_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local version='' line
  # No process is started for each JDK: the launcher asks of all of them, each time.
  [ ! -r "$1/release" ] ||
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} ;; esac
    done <"$1/release"
  version=${version#\"}
  version=${version%\"}
  [ -n "$version" ] ||
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  version=${version#1.}
  printf '%s' "${version%%[!0-9]*}"
}

# Says what is wrong with a JDK that somebody named; nothing where it will do.
java_fault() {
  local major
  major=$(java_major "$1")
  if [ -z "$major" ]; then
    printf '%s is no JDK (bin/java and bin/javac are not both there)' "$1"
  elif [ "$major" -lt "$oldest_java" ]; then
    printf '%s is Java %s, too old: Nyala needs a JDK from %s up' "$1" "$major" "$oldest_java"
  fi
}

# Folders in which a JDK may lie, one a line.
java_candidates() {
  local word
  for word in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ ! -x "$word/bin/javac" ] || printf '%s\n' "$word"
  done
  if [ -x /usr/libexec/java_home ]; then /usr/libexec/java_home 2>/dev/null || true; fi
  word=$(command -v javac 2>/dev/null || true)
  if [ -n "$word" ]; then
    word=$(readlink -f "$word" 2>/dev/null || printf '%s' "$word")
    word=${word%/*}
    printf '%s\n' "${word%/*}"
  fi
}

# Sets NYALA_JAVA to the newest JDK that is here, if there is one that will do.
newest_java() {
  local best=0 folder major
  while IFS= read -r folder; do
    major=$(java_major "$folder")
    if [ -n "$major" ] && [ "$major" -gt "$best" ]; then
      best=$major
      NYALA_JAVA=$folder
    fi
  done < <(java_candidates)
  [ "$best" -ge "$oldest_java" ]
}

fetch_java() {
  local package
  apt_ready ||
    die "no JDK from $oldest_java up was found. Install one, or name it: NYALA_JAVA_HOME=/path/to/jdk nyala ..."
  say "no JDK from $oldest_java up was found"
  apt_update
  package=$(apt-cache search --names-only '^openjdk-[0-9]+-jdk-headless$' |
    sed 's/ .*//' | sort -t- -k2,2n | awk -F- -v least="$oldest_java" '$2 >= least' | tail -n 1)
  [ -n "$package" ] || die "the system's packages hold no JDK from $oldest_java up; set NYALA_JAVA_HOME"
  apt_install "$package" || die "$package could not be installed; set NYALA_JAVA_HOME to a JDK"
}

# Sets NYALA_JAVA.
need_java() {
  local fault
  [ -z "${NYALA_JAVA:-}" ] || return 0
  if [ -n "${NYALA_JAVA_HOME:-}" ]; then
    fault=$(java_fault "$NYALA_JAVA_HOME")
    [ -z "$fault" ] || die "NYALA_JAVA_HOME: $fault"
    NYALA_JAVA=$NYALA_JAVA_HOME
    return
  fi
  if [ -n "${JAVA_HOME:-}" ]; then
    fault=$(java_fault "$JAVA_HOME")
    if [ -z "$fault" ]; then
      NYALA_JAVA=$JAVA_HOME
      return
    fi
    say "JAVA_HOME is passed over: $fault"
  fi
  newest_java && return
  NYALA_JAVA=
  fetch_java
  newest_java || die "a JDK was installed but is not found; set NYALA_JAVA_HOME"
  say "using $NYALA_JAVA"
}
