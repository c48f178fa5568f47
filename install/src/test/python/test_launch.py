"""Which Java the wheel's launcher takes, and what it says where there is none that will do."""

import importlib.util
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "main/resources/io/nyala/cli/wheel/launch.py"


@pytest.fixture
def launch(monkeypatch, tmp_path):
    """The launcher's functions, on a machine that has no Java."""
    spec = importlib.util.spec_from_file_location("launch", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "candidates", lambda: iter(()))
    monkeypatch.delenv("NYALA_JAVA_HOME", raising=False)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return module


def jdk(launch, folder, version):
    home = str(folder)
    java = Path(launch.executable(home))
    java.parent.mkdir(parents=True)
    java.write_text("#!/no/such/program\n")
    java.chmod(0o755)
    if version:
        (folder / "release").write_text(f'JAVA_VERSION="{version}"\n')
    return home


def refused(launch):
    with pytest.raises(SystemExit) as ended:
        launch.java_home()
    return ended.value.code


def test_says_that_there_is_no_java(launch):
    said = refused(launch)
    assert "needs a JDK from 17 up, and none was found" in said
    assert "NYALA_JAVA_HOME=/path/to/jdk" in said


@pytest.mark.parametrize("name", ["NYALA_JAVA_HOME", "JAVA_HOME"])
@pytest.mark.parametrize(
    "version, fault", [("1.8.0_402", "is Java 8, too old"), ("11.0.2", "is Java 11, too old")]
)
def test_says_that_a_java_is_too_old(launch, monkeypatch, tmp_path, name, version, fault):
    monkeypatch.setenv(name, jdk(launch, tmp_path / "old", version))
    said = refused(launch)
    assert name in said and fault in said


@pytest.mark.parametrize("name", ["NYALA_JAVA_HOME", "JAVA_HOME"])
def test_says_that_a_folder_holds_no_java_that_runs(launch, monkeypatch, tmp_path, name):
    monkeypatch.setenv(name, str(tmp_path / "nothing"))
    assert f"{name}={tmp_path / 'nothing'} is no JDK" in refused(launch)
    monkeypatch.setenv(name, jdk(launch, tmp_path / "broken", None))
    assert "does not run" in refused(launch)


def test_passes_an_unfit_java_home_over_and_says_so(launch, monkeypatch, tmp_path, capsys):
    good = jdk(launch, tmp_path / "good", "21.0.1")
    monkeypatch.setattr(launch, "candidates", lambda: iter([good]))
    monkeypatch.setenv("JAVA_HOME", jdk(launch, tmp_path / "old", "11"))
    assert launch.java_home() == good
    assert f"nyala: using {good}, since JAVA_HOME=" in capsys.readouterr().err


def test_what_is_named_for_nyala_comes_first(launch, monkeypatch, tmp_path):
    first = jdk(launch, tmp_path / "first", "17")
    monkeypatch.setenv("JAVA_HOME", jdk(launch, tmp_path / "second", "25"))
    assert launch.java_home().endswith("second")
    monkeypatch.setenv("NYALA_JAVA_HOME", first)
    assert launch.java_home() == first
