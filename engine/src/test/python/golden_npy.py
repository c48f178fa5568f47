"""Small files as NumPy writes them, in ../resources/npy: one archive of every type."""

import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "npy"

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    lists = np.empty(2, dtype=object)
    lists[0], lists[1] = [1, 2, 300], [70000]
    evil = np.empty(1, dtype=object)
    evil[0] = {"not": "a list"}
    np.savez(
        FOLDER / "every.npz",
        f4=np.array([[0.5, -1.5]], np.float32), f8=np.array(2.5), i4=np.arange(3, dtype=np.int32),
        i8=np.arange(6).reshape(2, 3), u1=np.array([255], np.uint8), b1=np.array([True, False]),
        i2=np.array([-2], np.int16), text=np.array(["a", "déf"]), columns=np.asfortranarray([[1, 2, 3], [4, 5, 6]]),
        big=np.array([1.5], ">f8"), empty=np.zeros((0, 3)), lists=lists, evil=evil)
