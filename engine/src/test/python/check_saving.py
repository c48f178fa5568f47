"""Opens model files that Nyala wrote and compares with `golden/saving/expected.json`.

    python check_saving.py FOLDER

FOLDER holds `text.keras`, `text.h5` and so on, written from the models in golden/saving; the round
trip test makes it and runs this where NYALA_ORACLE names the oracle's python.
"""

import json
import pathlib
import sys

import golden_saving
from golden import RESOURCES, keras, np

CASES = {"text": golden_saving.text, "legacy": golden_saving.legacy, "functional": golden_saving.functional}


def main(folder):
    expected = json.loads((RESOURCES / "saving" / "expected.json").read_text(encoding="utf-8"))["cases"]
    for path in sorted(pathlib.Path(folder).iterdir()):
        name = path.name.split(".")[0]
        fresh, x, y = CASES[name]()
        if path.name.endswith(".weights.h5"):
            model = keras.models.load_model(str(path.parent / (name + ".keras")))
            model.set_weights([np.zeros_like(w) for w in model.get_weights()])
            model.load_weights(str(path))
        else:
            model = keras.models.load_model(str(path))
        for out, want in zip(golden_saving.flat(model.predict(x, verbose=0)), expected[name]["outputs"]):
            np.testing.assert_allclose(out, want, atol=1e-6, err_msg=path.name)
        # Keras itself cannot train on from the optimizer state in an .h5 file.
        if path.name.endswith(".keras"):
            losses = model.fit(x, y, epochs=2, shuffle=False, verbose=0).history["loss"]
            np.testing.assert_allclose(losses, expected[name]["losses"], atol=1e-5, err_msg=path.name)
        print("opened", path.name)


if __name__ == "__main__":
    main(sys.argv[1])
