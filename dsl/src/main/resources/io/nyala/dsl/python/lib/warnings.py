"""Warnings, printed to the standard error."""

import sys as _sys

_said = set()
_ignored = []


def warn(message, category=UserWarning, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    key = (str(message), category)
    if key in _said or any(issubclass(category, each) for each in _ignored):
        return
    _said.add(key)
    _sys.stderr.write(f'{category.__name__}: {message}\n')


def simplefilter(action, category=Warning, lineno=0, append=False):
    _ignored.clear()
    if action == 'ignore':
        _ignored.append(category)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if action == 'ignore':
        _ignored.append(category)


def resetwarnings():
    _ignored.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning):
        if record:
            raise NotImplementedError('catch_warnings(record=True) is not supported here')
        self._action = action
        self._category = category

    def __enter__(self):
        self._before = list(_ignored)
        if self._action is not None:
            simplefilter(self._action, self._category)

    def __exit__(self, *error):
        _ignored[:] = self._before
        return False
