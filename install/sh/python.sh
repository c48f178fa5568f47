# Python: for JupyterLab, for the tests that need a Jupyter client, and for the benchmark's peers.
# Everything lands in environments under target/.

find_python() {
  local word
  for word in "${NYALA_PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.10; do
    if [ -n "$word" ] && "$word" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null; then
      printf '%s' "$word"
      return
    fi
  done
  return 1
}

# python_venv NAME: makes target/NAME with what install/src/main/python/NAME.txt lists, prints the
# folder. It is made again when the list changes. Fails when there is no Python or no network.
python_venv() {
  local name=$1 folder=$NYALA_TARGET/python/$1 list python
  list=$NYALA_HOME/install/src/main/python/$name.txt
  if ! cmp -s "$list" "$folder/requirements.txt"; then
    with_lock make_venv "$folder" "$list" || return 1
  fi
  printf '%s' "$folder"
}

make_venv() {
  local folder=$1 list=$2 python
  ! cmp -s "$list" "$folder/requirements.txt" || return 0
  python=$(find_python) || { apt_install python3 python3-venv && python=$(find_python); } || {
    say "no Python from 3.9 up was found"
    return 1
  }
  say "installing into ${folder#"$NYALA_HOME/"}: $(grep -v '^#' "$list" | paste -s -d' ' -)"
  rm -rf "$folder"
  mkdir -p "$(dirname "$folder")"
  "$python" -m venv "$folder" >/dev/null 2>&1 ||
    { apt_install python3-venv && "$python" -m venv "$folder" >&2; } || return 1
  "$folder/bin/python" -m pip install -q --disable-pip-version-check -r "$list" >&2 || return 1
  cp "$list" "$folder/requirements.txt"
}

run_lab() {
  local venv
  need_build
  venv=$(python_venv lab) || die "JupyterLab could not be installed; see above"
  (run_java install --prefix "$venv")
  say "opening JupyterLab on $NYALA_HOME/notebooks"
  cd "$NYALA_HOME/notebooks"
  exec "$venv/bin/jupyter-lab" "$@"
}

# bench_peers ARGUMENTS...: an environment for each library that follows --peers.
bench_peers() {
  local peers='' word peer
  for word in "$@"; do
    case $word in
      --peers=*) peers=${word#--peers=} ;;
      *) [ "${last:-}" != --peers ] || peers=$word ;;
    esac
    local last=$word
  done
  for peer in ${peers//,/ }; do
    [ -f "$NYALA_HOME/install/src/main/python/bench_$peer.py" ] || die "there is no peer '$peer' to measure beside"
    python_venv "peer-$peer" >/dev/null || die "$peer could not be installed; see above"
  done
}

# bench_kernel ARGUMENTS...: the kernel beside ipykernel, and beside a Python with TensorFlow if one
# is named or was installed to compare with.
bench_kernel() {
  local venv options=(--json "$NYALA_TARGET/bench/kernel.json")
  need_build
  venv=$(python_venv kernel) || die "ipykernel could not be installed; see above"
  [ ! -x "$NYALA_TARGET/python/peer-keras/bin/python" ] ||
    options+=(--tensorflow "$NYALA_TARGET/python/peer-keras/bin/python")
  "$venv/bin/python" "$NYALA_HOME/install/src/main/python/bench_kernel.py" \
    "$NYALA_HOME/install/nyala" "${options[@]}" "$@"
}

# bench_endurance ARGUMENTS...: the kernel's trials, asked by the same Jupyter client.
bench_endurance() {
  local venv
  need_build
  venv=$(python_venv kernel) || die "the Jupyter client could not be installed; see above"
  "$venv/bin/python" "$NYALA_HOME/install/src/main/python/bench_endurance.py" \
    "$NYALA_HOME/install/nyala" --json "$NYALA_TARGET/bench/endurance.json" "$@"
}
