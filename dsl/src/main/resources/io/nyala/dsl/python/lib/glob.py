"""Files by a pattern of their names."""

import os as _os
import re as _re


def _expression(pattern):
    out = ''
    i = 0
    while i < len(pattern):
        c = pattern[i]
        end = pattern.find(']', i + 2) if c == '[' else -1
        if c == '*':
            out += '.*'
        elif c == '?':
            out += '.'
        elif end > 0:
            inside = pattern[i + 1:end]
            out += '[' + ('^' + inside[1:] if inside.startswith('!') else inside) + ']'
            i = end
        else:
            out += _re.escape(c)
        i += 1
    return out


def matches(name, pattern):
    """Whether a name without folders has the pattern."""
    return _re.fullmatch(_expression(pattern), name) is not None


def below(folder, pattern):
    """The paths in a folder that have the pattern, in no special order."""
    found = []
    _into(found, folder, [step for step in pattern.split('/') if step])
    return found


def _into(found, folder, steps):
    if not steps:
        found.append(folder)
        return
    if steps[0] == '**':
        _into(found, folder, steps[1:])
        for name in _names(folder):
            path = _os.path.join(folder, name)
            if _os.path.isdir(path):
                _into(found, path, steps)
        return
    if not has_magic(steps[0]):
        path = _os.path.join(folder, steps[0])
        if _os.path.exists(path):
            _into(found, path, steps[1:])
        return
    for name in _names(folder):
        if matches(name, steps[0]) and (steps[0].startswith('.') or not name.startswith('.')):
            path = _os.path.join(folder, name)
            if len(steps) == 1 or _os.path.isdir(path):
                _into(found, path, steps[1:])


def _names(folder):
    return _os.listdir(folder or '.') if _os.path.isdir(folder or '.') else []


def has_magic(pattern):
    return any(c in pattern for c in '*?[')


def glob(pathname, *, root_dir=None, recursive=False):
    if pathname.startswith('/'):
        return below('/', pathname)
    if root_dir is None:
        return below('', pathname)
    return [each[len(root_dir) + 1:] for each in below(root_dir, pathname)]


def iglob(pathname, *, root_dir=None, recursive=False):
    return iter(glob(pathname, root_dir=root_dir, recursive=recursive))
