"""Who is there."""

import os as _os


def getuser():
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        if _os.environ.get(name):
            return _os.environ[name]
    raise OSError('No username set in the environment')


def getpass(prompt='Password: ', stream=None):
    return input(prompt, password=True)
