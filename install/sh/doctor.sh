# What a command may need besides Java's own part, looked for and never fetched.

finding() { printf '%-18s %s\n' "$1" "$2"; }

doctor() {
  local found
  if [ -n "${NYALA_JAVA_HOME:-}" ]; then
    found=$(java_fault "$NYALA_JAVA_HOME")
    finding NYALA_JAVA_HOME "${found:-$NYALA_JAVA_HOME}"
  fi
  if [ -n "${JAVA_HOME:-}" ]; then
    found=$(java_fault "$JAVA_HOME")
    finding JAVA_HOME "${found:-$JAVA_HOME}"
  fi
  found=$(java_candidates | sort -u | while IFS= read -r folder; do
    printf '%s (%s)  ' "$folder" "$(java_major "$folder")"
  done)
  finding JDKs "${found:-none; the first command that needs one installs it where it may}"
  if command -v mvn >/dev/null 2>&1; then
    found=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    found="$(command -v mvn) $found"
  else
    found="none; install/mvnw gets one when something is to be built"
  fi
  finding Maven "$found"
  if found=$(find_python); then
    found="$(command -v "$found") ($("$found" --version 2>&1))"
  else
    found="none from 3.9 up; only lab, bench and some tests need it"
  fi
  finding Python "$found"
  found=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
  finding Chromium "${found:-none; only one test needs it}"
  if [ -z "${NYALA_JAVA_HOME:-}" ] && ! newest_java; then exit 1; fi
  NYALA_JAVA=
}
