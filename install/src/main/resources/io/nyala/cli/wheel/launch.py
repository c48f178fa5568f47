"""Starts Nyala's kernel: finds a JDK, then becomes it."""

import glob
import hashlib
import os
import re
import subprocess
import sys

OLDEST = 17
HERE = os.path.dirname(os.path.abspath(__file__))
FLAGS = [
    "--add-modules", "jdk.incubator.vector",
    "--add-opens", "java.base/java.io=ALL-UNNAMED",
    "-XX:+UseSerialGC", "-XX:MarkSweepDeadRatio=0", "-XX:SoftRefLRUPolicyMSPerMB=0",
    "-XX:NewRatio=1", "-XX:InitialRAMPercentage=4",
    "-Xshare:auto",
    "-Xss4m", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
    # A first cell needs the processor more than the optimizing compiler: what is merely called often
    # waits, Groovy's parser longest; the kernels on vectors, very slow before, are compiled early.
    "-XX:-UsePerfData",
    "-XX:Tier4InvocationThreshold=20000", "-XX:Tier4MinInvocationThreshold=2400",
    "-XX:Tier4CompileThreshold=60000",
    "-XX:CompileCommand=quiet",
    "-XX:CompileCommand=CompileThresholdScaling,io.nyala.compute.vector.*::*,0.005",
    "-XX:CompileCommand=CompileThresholdScaling,groovyjarjarantlr4.*::*,10.0",
    # What makes classes of cells is profiled early, so that its memory does not grow for hours.
    "-XX:CompileCommand=CompileThresholdScaling,org.apache.groovy.*::*,0.3",
    "-XX:CompileCommand=CompileThresholdScaling,org.codehaus.groovy.*::*,0.3",
    "-XX:CompileCommand=CompileThresholdScaling,io.nyala.dsl.*::*,0.3",
    "-XX:CompileCommand=CompileThresholdScaling,io.nyala.kernel.*::*,0.3",
]


def executable(home):
    return os.path.join(home, "bin", "java.exe" if os.name == "nt" else "java")


def major(home):
    """The major version of the Java in a folder, 0 where there is none."""
    if not os.path.isfile(executable(home)):
        return 0
    try:
        with open(os.path.join(home, "release"), encoding="utf-8") as release:
            text = release.read()
    except OSError:
        text = said_version(home).replace('version "', 'JAVA_VERSION="')
    found = re.search(r'JAVA_VERSION="(?:1\.)?(\d+)', text)
    return int(found.group(1)) if found else 0


def said_version(home):
    try:
        command = [executable(home), "-version"]
        return subprocess.run(command, capture_output=True, text=True, timeout=60).stderr
    except (OSError, subprocess.SubprocessError):
        return ""


def fault(name, home):
    """What is wrong with a Java that somebody named, in a few words; empty if it will do."""
    found = major(home)
    if found >= OLDEST:
        return ""
    if not found:
        return f"{name}={home} is no JDK: {executable(home)} is not there, or does not run"
    return f"{name}={home} is Java {found}, too old: Nyala needs a JDK from {OLDEST} up"


def flags(home):
    """Java 17 compiles the checks of vectors badly, by chance; the kernels check by themselves."""
    older = ["-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0"] if major(home) < 25 else []
    return FLAGS + older


def candidates():
    yield from glob.glob("/usr/lib/jvm/*")
    yield from glob.glob("/opt/java/*")
    yield from glob.glob("/Library/Java/JavaVirtualMachines/*/Contents/Home")
    yield from glob.glob("C:\\Program Files\\*\\jdk*")
    yield from glob.glob(os.path.expanduser("~/.sdkman/candidates/java/*"))
    yield from glob.glob(os.path.expanduser("~/.jdks/*"))
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        java = os.path.join(folder, os.path.basename(executable("")))
        if os.path.isfile(java):
            yield os.path.dirname(os.path.dirname(os.path.realpath(java)))


def java_home():
    named = os.environ.get("NYALA_JAVA_HOME")
    if named:
        if fault("NYALA_JAVA_HOME", named):
            sys.exit("nyala: " + fault("NYALA_JAVA_HOME", named))
        return named
    usual = os.environ.get("JAVA_HOME")
    passed_over = fault("JAVA_HOME", usual) if usual else ""
    if usual and not passed_over:
        return usual
    best = max(candidates(), key=major, default=None)
    if best is not None and major(best) >= OLDEST:
        if passed_over:
            print(f"nyala: using {best}, since {passed_over}", file=sys.stderr)
        return best
    sys.exit(
        f"nyala: the kernel needs a JDK from {OLDEST} up, and none was found"
        + (f"; {passed_over}" if passed_over else "")
        + ". Install one (https://adoptium.net, or apt install openjdk-17-jdk-headless), or name "
        "it: NYALA_JAVA_HOME=/path/to/jdk"
    )


def archive(home, jars):
    """Where the classes of a start are kept, for this Java and these jars."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    parts = [home, str(os.path.getmtime(executable(home)))]
    parts += [f"{jar} {os.path.getmtime(jar)}" for jar in jars]
    name = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return os.path.join(cache, "nyala", f"start-{name}.jsa")


def make_archive(home, class_path, file):
    """Rehearses a start and archives its classes; run beside the first kernel, at lowest priority."""
    if hasattr(os, "nice"):
        os.nice(19)
    fresh = f"{file}.{os.getpid()}"
    classes = fresh + ".list"
    java = [executable(home), *flags(home)]
    rehearsal = [f"-XX:DumpLoadedClassList={classes}", "-cp", class_path, "io.nyala.kernel.Rehearsal"]
    dump = ["-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={fresh}",
            "-cp", class_path]
    try:
        for step in (rehearsal, dump):
            subprocess.run(java + step, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, timeout=180, check=True)
        os.replace(fresh, file)
    except (OSError, subprocess.SubprocessError):
        pass
    finally:
        for rest in (fresh, classes):
            if os.path.exists(rest):
                os.remove(rest)


def begin_archive(home, class_path, file):
    try:
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        # Tried once: the file is empty where a Java can make none.
        os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
        subprocess.Popen([sys.executable, __file__, "--archive", home, class_path, file],
                         stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError:
        pass


def our_jars():
    """The class path; Nyala's own come first, since a class of theirs stands for one of Groovy's."""
    names = glob.glob(os.path.join(HERE, "lib", "*.jar"))
    return sorted(names, key=lambda jar: (not os.path.basename(jar).startswith("nyala-"), jar))


def main():
    if sys.argv[1:2] == ["--archive"]:
        make_archive(*sys.argv[2:5])
        return
    home = java_home()
    jars = our_jars()
    class_path = os.pathsep.join(jars)
    command = [executable(home), *flags(home)]
    if os.path.isdir(os.path.expanduser("~")):
        command.append("-Duser.home=" + os.path.expanduser("~"))
    file = archive(home, jars)
    if not os.path.exists(file):
        begin_archive(home, class_path, file)
    elif os.path.getsize(file):
        command += [f"-XX:SharedArchiveFile={file}", "-Xlog:cds=off"]
    command += os.environ.get("NYALA_JVM_ARGS", "").split()
    command += ["-cp", class_path, "io.nyala.kernel.Main", *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
