# Building: once for each state of the sources, known by a fingerprint of their content.

# What the program is made of; tests and documents are not.
nyala_sources=(
  pom.xml .mvn engine/pom.xml engine/src/main dsl/pom.xml dsl/src/main kernel/pom.xml kernel/src/main
  install/pom.xml install/src/main/java install/src/main/resources
)

build_inputs() { find "${nyala_sources[@]}" -type f -print0 2>/dev/null || true; }

sha256() { if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

fingerprint() {
  (
    cd "$NYALA_HOME"
    export LC_ALL=C
    build_inputs | sort -z | xargs -0 "$(command -v sha256sum || command -v shasum)" | sha256 | cut -c1-16
  )
}

# known_fingerprint: the last fingerprint, where no source, and no folder of sources, has changed since
# it was taken. What tells is the system's own time of change, which no tool sets back.
known_fingerprint() {
  local known=$NYALA_TARGET/run/fingerprint changed=unknown
  [ ! -r "$known" ] ||
    changed=$(cd "$NYALA_HOME" && find "${nyala_sources[@]}" -cnewer "$known" 2>/dev/null | head -n 1) || true
  if [ -z "$changed" ]; then cat "$known"; else new_fingerprint "$known"; fi
}

# new_fingerprint FILE: leaves it there too, with a time from before the sources are read, so that a
# change meanwhile is not overlooked.
new_fingerprint() {
  local before print
  if ! before=$(mktemp "$1.XXXXXX" 2>/dev/null); then
    fingerprint
    return
  fi
  print=$(fingerprint)
  printf '%s' "$print" >"$before.new"
  touch -r "$before" "$before.new"
  mv -f "$before.new" "$1"
  rm -f "$before"
  printf '%s' "$print"
}

# A build is usable when every file of its class path is still there.
build_is_whole() {
  local entry entries
  [ -f "$1/libraries" ] || return 1
  IFS=: read -r -a entries <"$1/libraries"
  for entry in "${entries[@]}"; do
    [ -f "$entry" ] || return 1
  done
}

# with_lock COMMAND...: one build at a time in this checkout.
with_lock() {
  mkdir -p "$NYALA_TARGET"
  if command -v flock >/dev/null 2>&1; then
    (
      flock 9
      "$@"
    ) 9>"$NYALA_TARGET/build.lock"
    return
  fi
  until mkdir "$NYALA_TARGET/build.lock.d" 2>/dev/null; do sleep 1; done
  (
    trap 'rmdir "$NYALA_TARGET/build.lock.d"' EXIT
    "$@"
  )
}

# Builds in folders of its own, always from nothing, so that neither a build by hand nor files that
# went away with a checkout can leak into it.
build_into() {
  local folder=$1 fresh module
  ! build_is_whole "$folder" || return 0
  say "building, once for this state of the sources (the first time, Maven also fetches libraries)"
  for module in engine dsl kernel install; do rm -rf "$NYALA_HOME/$module/target/nyala"; done
  maven -q package dependency:build-classpath -Dbuild.folder=target/nyala \
    -Dmaven.test.skip=true -Dspotless.check.skip=true -Dlint.findings=-nowarn \
    -DincludeScope=runtime -Dmdep.outputFile=target/nyala/libraries >&2 ||
    die "the build failed; what Maven says stands above"
  fresh=$(mktemp -d "$NYALA_TARGET/run/fresh.XXXXXX")
  for module in engine dsl kernel install; do
    mv "$NYALA_HOME/$module"/target/nyala/nyala-*.jar "$fresh/"
  done
  tr ':' '\n' <"$NYALA_HOME/install/target/nyala/libraries" |
    grep -vF "$NYALA_HOME/" | paste -s -d: - >"$fresh/libraries"
  for module in engine dsl kernel install; do rm -rf "$NYALA_HOME/$module/target/nyala"; done
  rm -rf "$folder"
  chmod 755 "$fresh"
  mv "$fresh" "$folder"
}

# Builds of the last days are kept: going back and forth between two states builds nothing.
forget_old_builds() {
  local old
  find "$NYALA_TARGET/run" -mindepth 1 -maxdepth 1 -type d -mtime +3 -print 2>/dev/null |
    while IFS= read -r old; do [ "$old" = "$1" ] || rm -rf "$old"; done
}

# Sets NYALA_JAVA, NYALA_CLASSPATH and NYALA_JVM; a second call does nothing.
need_build() {
  local folder
  [ -z "${NYALA_CLASSPATH:-}" ] || return 0
  need_java
  folder=$NYALA_TARGET/run/$(known_fingerprint)
  if ! build_is_whole "$folder"; then
    mkdir -p "$NYALA_TARGET/run"
    with_lock build_into "$folder"
    forget_old_builds "$folder"
  fi
  NYALA_CLASSPATH=$folder/*:$(cat "$folder/libraries")
  java_options "$folder"
}
