# The class-data archive: the classes of a start, read and checked once for each build and each JDK,
# so that later starts need not. Where a JDK makes none, Nyala starts without it.

# Sets NYALA_ARCHIVE to the archive's file, which is empty where none could be made.
need_archive() {
  local folder=$1 jdk
  jdk=$({
    printf '%s\n' "$NYALA_JAVA"
    cat "$NYALA_JAVA/release" 2>/dev/null || true
  } | sha256 | cut -c1-12)
  NYALA_ARCHIVE=$folder/start-$jdk.jsa
  [ -e "$NYALA_ARCHIVE" ] || with_lock make_archive
}

# A rehearsal lists the classes, the JVM archives them together with its own: one archive is read
# faster than a second one on top of the JDK's.
make_archive() {
  local fresh=$NYALA_ARCHIVE.new
  [ ! -e "$NYALA_ARCHIVE" ] || return 0
  if ! {
    "$NYALA_JAVA/bin/java" "${NYALA_JVM[@]}" "-XX:DumpLoadedClassList=$fresh.list" \
      -cp "$NYALA_CLASSPATH" io.nyala.kernel.Rehearsal &&
      "$NYALA_JAVA/bin/java" "${NYALA_JVM[@]}" -Xshare:dump "-XX:SharedClassListFile=$fresh.list" \
        "-XX:SharedArchiveFile=$fresh" -cp "$NYALA_CLASSPATH"
  } </dev/null >/dev/null 2>&1; then
    rm -f "$fresh"
  fi
  rm -f "$fresh.list"
  [ -f "$fresh" ] || : >"$fresh"
  mv "$fresh" "$NYALA_ARCHIVE"
}

# Sets NYALA_JVM: the flags of every run. Classes of cells that are gone are let go at once, and a
# collection leaves nothing dead. A first cell needs the processor more than the optimizing compiler
# does, so what is merely called often is compiled late, at four times the JVM's counts, and Groovy's
# parser later still; loops are not, and the kernels on vectors, very slow before they are compiled, are
# compiled early. What makes classes of cells keeps the JVM's own counts: its profiles are then laid out
# within a person's first hour, and their memory grows no more. Half of the heap, which begins with a
# twenty-fifth of the memory, is for what is young, so that the arrays of a training step die there; moved
# among the old they would stay, gigabytes of them, until the heap is full. An archive that does not fit
# is passed over without a word.
java_options() {
  NYALA_JVM=(
    --add-modules jdk.incubator.vector
    --add-opens java.base/java.io=ALL-UNNAMED
    -XX:+UseSerialGC -XX:MarkSweepDeadRatio=0 -XX:SoftRefLRUPolicyMSPerMB=0 -Xshare:auto
    -XX:NewRatio=1 -XX:InitialRAMPercentage=4
    -Xss4m -Djava.awt.headless=true -Dfile.encoding=UTF-8
    -XX:-UsePerfData
    -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400
    -XX:Tier4CompileThreshold=60000
    -XX:CompileCommand=quiet
    '-XX:CompileCommand=CompileThresholdScaling,io.nyala.compute.vector.*::*,0.005'
    '-XX:CompileCommand=CompileThresholdScaling,groovyjarjarantlr4.*::*,10.0'
    '-XX:CompileCommand=CompileThresholdScaling,org.apache.groovy.*::*,0.3'
    '-XX:CompileCommand=CompileThresholdScaling,org.codehaus.groovy.*::*,0.3'
    '-XX:CompileCommand=CompileThresholdScaling,io.nyala.dsl.*::*,0.3'
    '-XX:CompileCommand=CompileThresholdScaling,io.nyala.kernel.*::*,0.3'
  )
  # Java 17 compiles the checks of vectors badly, by chance; the kernels check by themselves.
  [ "$(java_major "$NYALA_JAVA")" -ge 25 ] ||
    NYALA_JVM+=(-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0)
  need_archive "$1"
  [ ! -s "$NYALA_ARCHIVE" ] ||
    NYALA_JVM+=("-XX:SharedArchiveFile=$NYALA_ARCHIVE" -Xlog:cds=off)
}
