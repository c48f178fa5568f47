"""Files and folders copied, moved and removed."""

import os as _os


def copyfile(src, dst):
    with open(_os.fspath(src), 'rb') as f:
        data = f.read()
    with open(_os.fspath(dst), 'wb') as f:
        f.write(data)
    return dst


def copy(src, dst):
    dst = _os.fspath(dst)
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(_os.fspath(src)))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, dirs_exist_ok=False):
    src, dst = _os.fspath(src), _os.fspath(dst)
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in _os.listdir(src):
        here, there = _os.path.join(src, name), _os.path.join(dst, name)
        if _os.path.isdir(here):
            copytree(here, there, dirs_exist_ok)
        else:
            copyfile(here, there)
    return dst


def move(src, dst):
    src, dst = _os.fspath(src), _os.fspath(dst)
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    _os.rename(src, dst)
    return dst


def rmtree(path, ignore_errors=False):
    path = _os.fspath(path)
    if ignore_errors and not _os.path.isdir(path):
        return
    for name in _os.listdir(path):
        inside = _os.path.join(path, name)
        if _os.path.isdir(inside) and not _os.path.islink(inside):
            rmtree(inside)
        else:
            _os.remove(inside)
    _os.rmdir(path)
