"""Abstract classes."""


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class ABCMeta(type):
    _finds_abstract_methods = True

    def register(cls, subclass):
        raise NotImplementedError('ABCMeta.register() is not supported here')


class ABC(metaclass=ABCMeta):
    pass


def abstractproperty(function):
    return property(abstractmethod(function))


def abstractclassmethod(function):
    return classmethod(abstractmethod(function))


def abstractstaticmethod(function):
    return staticmethod(abstractmethod(function))
