# The benchmark of the kernels: JMH, fetched when it is asked for, and classes compiled against this
# build. The product itself holds none of it.

bench_kernels() {
  local folder=$NYALA_TARGET/bench/jmh source=$NYALA_HOME/install/src/bench
  need_build
  if ! cmp -s "$source/pom.xml" "$folder/pom.xml"; then
    rm -rf "$folder"
    mkdir -p "$folder"
    say "fetching JMH"
    NYALA_POM=$source/pom.xml maven -q \
      org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
      "-DoutputDirectory=$folder/lib" >&2 || die "JMH could not be fetched; see above"
    cp "$source/pom.xml" "$folder/pom.xml"
  fi
  rm -rf "$folder/classes"
  mkdir -p "$folder/classes"
  "$NYALA_JAVA/bin/javac" -nowarn --add-modules jdk.incubator.vector \
    -processor org.openjdk.jmh.generators.BenchmarkProcessor \
    -cp "$NYALA_CLASSPATH:$folder/lib/*" -d "$folder/classes" \
    "$source"/java/io/nyala/bench/*.java >&2 || die "the benchmark did not compile; see above"
  export NYALA_JMH="$folder/classes:$folder/lib/*"
}
