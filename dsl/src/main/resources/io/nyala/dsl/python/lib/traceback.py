"""What is printed of an exception."""

import sys as _sys


def format_exception_only(exc, value=None):
    error = value if value is not None else exc
    text = str(error)
    return [type(error).__name__ + (': ' + text if text else '') + '\n']


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    raise NotImplementedError('traceback.print_exception() is not supported here; '
                              'let the exception go on and its traceback is shown')


def print_exc(limit=None, file=None, chain=True):
    raise NotImplementedError('traceback.print_exc() is not supported here; '
                              'raise the exception again and its traceback is shown')


def format_exc(limit=None, chain=True):
    raise NotImplementedError('traceback.format_exc() is not supported here; '
                              'use repr() of the exception')
