# Maven: the build tool, needed only when something is to be built.

# Runs Maven on the project with the JDK that was chosen.
maven() {
  local options="-Djansi.noreset=true ${MAVEN_OPTS:-}"
  need_java
  # From 24 on the JVM complains about a library that Maven itself brings.
  [ "$(java_major "$NYALA_JAVA")" -lt 24 ] || options="--sun-misc-unsafe-memory-access=allow $options"
  JAVA_HOME=$NYALA_JAVA MAVEN_OPTS=$options \
    "$NYALA_HOME/install/mvnw" -f "${NYALA_POM:-$NYALA_HOME/pom.xml}" -B -ntp -Dstyle.color=never "$@"
}
