"""Functions and classes looked into."""

import _system


class _empty:
    pass


class _Kind(int):
    _names = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY',
              'VAR_KEYWORD')

    @property
    def name(self):
        return self._names[int(self)]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


def _annotation(value):
    if isinstance(value, type):
        return value.__name__ if value.__module__ == 'builtins' else (
            value.__module__ + '.' + value.__qualname__)
    return repr(value)


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _Kind(0)
    POSITIONAL_OR_KEYWORD = _Kind(1)
    VAR_POSITIONAL = _Kind(2)
    KEYWORD_ONLY = _Kind(3)
    VAR_KEYWORD = _Kind(4)

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def __str__(self):
        text = {2: '*', 4: '**'}.get(int(self.kind), '') + self.name
        if self.annotation is not _empty:
            text += ': ' + _annotation(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters or []}
        self.return_annotation = return_annotation

    def __str__(self):
        parts = []
        before = None
        star = False
        for p in self.parameters.values():
            if before == 0 and p.kind != 0:
                parts.append('/')
            if p.kind == 2:
                star = True
            if p.kind == 3 and not star:
                parts.append('*')
                star = True
            parts.append(str(p))
            before = int(p.kind)
        if before == 0:
            parts.append('/')
        text = '(' + ', '.join(parts) + ')'
        if self.return_annotation is not _empty:
            text += ' -> ' + _annotation(self.return_annotation)
        return text

    def __repr__(self):
        return f'<Signature {self}>'


def signature(callable):
    """The parameters of a function, method, class or object that can be called."""
    skip = 0
    function = getattr(callable, '__wrapped__', callable)
    kind = _system.kind(function)
    if kind == 'method':
        function, skip = function.__func__, 1
    elif kind == 'class':
        function, skip = function.__init__, 1
    elif kind == '' and hasattr(type(function), '__call__'):
        function, skip = type(function).__call__, 1
    parts = _system.parts(function)
    if parts is None:
        if kind == 'class':
            return Signature()
        raise ValueError(f'no signature found for builtin {callable!r}')
    notes = function.__annotations__
    parameters = [
        Parameter(name, _Kind(kind), default=default if given else _empty,
                  annotation=notes.get(name, _empty))
        for name, kind, given, default in parts[skip:]]
    return Signature(parameters, return_annotation=notes.get('return', _empty))


def isfunction(object):
    return _system.kind(object) in ('function', 'generator function')


def isgeneratorfunction(object):
    return _system.kind(object) == 'generator function'


def isgenerator(object):
    return _system.kind(object) == 'generator'


def ismethod(object):
    return _system.kind(object) == 'method'


def isbuiltin(object):
    return _system.kind(object) == 'builtin'


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def isclass(object):
    return _system.kind(object) == 'class'


def getdoc(object):
    doc = object.__doc__
    return None if doc is None else cleandoc(doc)


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min((len(l) - len(l.lstrip()) for l in lines[1:] if l.strip()), default=0)
    lines = [lines[0].lstrip()] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getmembers(object, predicate=None):
    found = [(name, getattr(object, name)) for name in dir(object)]
    return [each for each in found if predicate is None or predicate(each[1])]


def getsource(object):
    raise NotImplementedError("inspect.getsource() is not supported in Nyala's Python cells")
