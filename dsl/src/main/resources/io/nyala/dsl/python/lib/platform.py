"""What this runs on."""

import _system


def system():
    return _system.system


def machine():
    return _system.machine


def release():
    return _system.release


def python_version():
    return '3.11.0'


def python_implementation():
    return 'Nyala'


def node():
    return _system.node


def processor():
    return ''


def platform(aliased=False, terse=False):
    return f'{system()}-{release()}-{machine()}'
