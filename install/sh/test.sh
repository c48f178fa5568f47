# Every test: Java by Maven, then what needs a Jupyter client or a browser, by pytest.

# count_tests FILE...: adds up JUnit reports into passed, failed, skipped.
count_tests() {
  local report numbers
  for report in "$@"; do
    [ -f "$report" ] || continue
    numbers=$(sed -n 's/.*<testsuite \([^>]*\)>.*/\1/p' "$report" | head -n 1)
    [ -n "$numbers" ] || numbers=$(tr '\n' ' ' <"$report" | sed -n 's/.*<testsuite \([^>]*\)>.*/\1/p')
    failed=$((failed + $(attribute failures "$numbers") + $(attribute errors "$numbers")))
    skipped=$((skipped + $(attribute skipped "$numbers")))
    all=$((all + $(attribute tests "$numbers")))
  done
}

attribute() {
  local value
  value=$(printf ' %s' "$2" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p")
  printf '%s' "${value:-0}"
}

skip() {
  say "skipped: $*"
  skipped=$((skipped + 1))
  all=$((all + 1))
}

# Some tests write files for Keras itself and read what it wrote. Where it is installed, or may be (a
# continuous build), they get it; elsewhere they say that they were skipped.
find_oracle() {
  local venv
  [ -z "${NYALA_ORACLE:-}" ] || return 0
  [ -n "${CI:-}" ] || [ -d "$NYALA_TARGET/python/peer-keras" ] || return 0
  if venv=$(python_venv peer-keras); then
    export NYALA_ORACLE=$venv/bin/python
  fi
}

java_tests() {
  local module
  find_oracle
  for module in engine dsl kernel install; do rm -rf "$NYALA_HOME/$module/target/surefire-reports"; done
  # A test that fails in one module does not hide what the others say.
  maven verify --fail-at-end -Dmaven.test.failure.ignore=true "$@" || java_status=$?
  count_tests "$NYALA_HOME"/*/target/surefire-reports/TEST-*.xml
  if [ "$java_status" != 0 ] && [ "$failed" = 0 ]; then
    say "Maven failed outside a test; what it says stands above"
    failed=1
    all=$((all + 1))
  fi
}

python_tests() {
  local venv report=$NYALA_TARGET/test/python.xml before=$failed status=0
  local files=() file
  if ! venv=$(python_venv test); then
    [ -z "${CI:-}" ] || failed=$((failed + 1)) all=$((all + 1))
    [ -n "${CI:-}" ] || skip "the tests in Python, because their packages could not be installed"
    return
  fi
  if ! find_browser; then
    skip "JupyterLab in a browser, because there is no Chromium and none could be installed"
  fi
  for file in "$NYALA_HOME"/*/src/test/python/test_*.py; do
    [ -n "${NYALA_BROWSER:-}" ] || [[ ${file##*/} != test_lab*.py ]] || continue
    files+=("$file")
  done
  if ! (run_java install --prefix "$venv") >&2; then
    failed=$((failed + 1)) all=$((all + 1))
    return
  fi
  mkdir -p "$NYALA_TARGET/test"
  rm -f "$report"
  NYALA_HOME=$NYALA_HOME NYALA_BROWSER=${NYALA_BROWSER:-} PYTHONDONTWRITEBYTECODE=1 \
    "$venv/bin/python" -m pytest -q -rs -p no:cacheprovider --junitxml "$report" "${files[@]}" || status=$?
  count_tests "$report"
  if [ "$status" != 0 ] && [ "$failed" = "$before" ]; then
    failed=$((failed + 1)) all=$((all + 1))
  fi
}

# Sets NYALA_BROWSER to a Chromium, installing Debian's where that is allowed without asking.
find_browser() {
  local word
  [ -z "${NYALA_BROWSER:-}" ] || return 0
  for word in chromium chromium-browser google-chrome; do
    NYALA_BROWSER=$(command -v "$word" || true)
    [ -z "$NYALA_BROWSER" ] || return 0
  done
  [ "$(id -u)" = 0 ] && apt_install chromium && NYALA_BROWSER=$(command -v chromium)
}

run_tests() {
  local all=0 failed=0 skipped=0 java_status=0
  java_tests "$@"
  python_tests
  printf '\n%s passed, %s failed, %s skipped\n' "$((all - failed - skipped))" "$failed" "$skipped"
  [ "$failed" = 0 ]
}

# Pictures of a notebook's outputs, to be looked at; see install/src/test/python/screenshots.py.
run_screenshots() {
  local venv
  venv=$(python_venv test) || die "what makes the pictures could not be installed; see above"
  find_browser || die "there is no Chromium, and none could be installed"
  cd -- "$NYALA_CWD"
  NYALA_HOME=$NYALA_HOME NYALA_BROWSER=$NYALA_BROWSER \
    exec "$venv/bin/python" "$NYALA_HOME/install/src/test/python/screenshots.py" "$@"
}
