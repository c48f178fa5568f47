"""Prints nested values over several lines."""


def _fits(text, width):
    return len(text) <= width and '\n' not in text


def _keyed(pair):
    return (str(type(pair[0]).__name__), pair[0])


def _sorted(items):
    try:
        return sorted(items)
    except TypeError:
        return sorted(items, key=lambda each: (type(each).__name__, str(each)))


def _pairs(value, sort):
    pairs = list(value.items())
    if not sort:
        return pairs
    try:
        return sorted(pairs, key=lambda pair: pair[0])
    except TypeError:
        return sorted(pairs, key=lambda pair: (type(pair[0]).__name__, str(pair[0])))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        self.indent = indent
        self.width = width
        self.depth = depth
        self.stream = stream
        self.compact = compact
        self.sort_dicts = sort_dicts
        self.underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self.stream is None:
            print(self.pformat(object))
        else:
            self.stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._format(object, 0, 0, 1)

    def _plain(self, value, level):
        if self.depth is not None and level > self.depth and isinstance(value, (list, tuple, dict)):
            open_, close = ('{', '}') if isinstance(value, dict) else (
                ('[', ']') if isinstance(value, list) else ('(', ')'))
            return open_ + '...' + close if value else repr(value)
        kind = type(value)
        if kind is dict:
            inside = [f'{self._plain(k, level + 1)}: {self._plain(v, level + 1)}'
                      for k, v in _pairs(value, self.sort_dicts)]
            return '{' + ', '.join(inside) + '}'
        if kind is list:
            return '[' + ', '.join([self._plain(v, level + 1) for v in value]) + ']'
        if kind is tuple:
            inside = ', '.join([self._plain(v, level + 1) for v in value])
            return '(' + inside + (',)' if len(value) == 1 else ')')
        if kind is set and value:
            return '{' + ', '.join([self._plain(v, level + 1) for v in _sorted(value)]) + '}'
        if self.underscore_numbers and kind is int:
            return f'{value:_d}'
        return repr(value)

    def _format(self, value, column, allowance, level):
        plain = self._plain(value, level)
        room = self.width - column - allowance
        if len(plain) <= room or (self.depth is not None and level > self.depth):
            return plain
        kind = type(value)
        if kind is dict and value:
            return self._dict(value, column, allowance, level)
        if kind is list and value:
            return self._items('[', ']', value, column, allowance, level)
        if kind is tuple and value:
            close = ',)' if len(value) == 1 else ')'
            return self._items('(', close, value, column, allowance, level)
        if kind is set and value:
            return self._items('{', '}', _sorted(value), column, allowance, level)
        if kind is str and value:
            return self._text(value, column, allowance, level)
        return plain

    def _dict(self, value, column, allowance, level):
        parts = []
        inner = column + self.indent
        pairs = _pairs(value, self.sort_dicts)
        for at, (key, item) in enumerate(pairs):
            last = at == len(pairs) - 1
            head = self._plain(key, level + 1) + ': '
            parts.append(head + self._format(item, inner + len(head),
                                             allowance + 1 if last else 1, level + 1))
        gap = ' ' * (self.indent - 1)
        return '{' + gap + (',\n' + ' ' * inner).join(parts) + '}'

    def _items(self, open_, close, items, column, allowance, level):
        inner = column + self.indent
        items = list(items)
        gap = ' ' * (self.indent - 1)
        if self.compact:
            return open_ + gap + self._compact(items, inner, allowance + len(close), level) + close
        parts = []
        for at, item in enumerate(items):
            last = at == len(items) - 1
            parts.append(self._format(item, inner, allowance + len(close) if last else 1,
                                      level + 1))
        return open_ + gap + (',\n' + ' ' * inner).join(parts) + close

    def _compact(self, items, inner, allowance, level):
        out = ''
        used = 0
        room = self.width - inner
        for at, item in enumerate(items):
            last = at == len(items) - 1
            text = self._plain(item, level + 1)
            need = len(text) + (allowance if last else 2)
            if out and used + need > room + (0 if last else 1):
                out = out.rstrip(' ') + '\n' + ' ' * inner
                used = 0
            if len(text) > room:
                text = self._format(item, inner, allowance if last else 1, level + 1)
            out += text + ('' if last else ', ')
            used += len(text) + 2
        return out

    def _text(self, value, column, allowance, level):
        if level == 1:
            column += 1
            allowance += 1
        lines = value.splitlines(True)
        chunks = []
        for at, line in enumerate(lines):
            whole = repr(line)
            room = self.width - column - (allowance if at == len(lines) - 1 else 0)
            if len(whole) <= room:
                chunks.append(whole)
                continue
            words = []
            word = ''
            for letter in line:
                if word and word[-1].isspace() and not letter.isspace():
                    words.append(word)
                    word = ''
                word += letter
            words.append(word)
            current = ''
            for spot, part in enumerate(words):
                limit = self.width - column
                if spot == len(words) - 1 and at == len(lines) - 1:
                    limit -= allowance
                if current and len(repr(current + part)) > limit:
                    chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        text = ('\n' + ' ' * column).join(chunks)
        return '(' + text + ')' if level == 1 else text


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
