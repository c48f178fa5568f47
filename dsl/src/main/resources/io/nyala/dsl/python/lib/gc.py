"""The JVM collects garbage by itself; these are here for programs that ask."""


def collect(generation=2):
    return 0


def enable():
    pass


def disable():
    pass


def isenabled():
    return True
