"""Letters, and templates with names to fill in."""

import re as _re
from _string import *


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _fill(self, values, strict):
        def one(found):
            if found.group(1):
                return '$'
            name = found.group(2) or found.group(3)
            if name is None:
                if not strict:
                    return found.group()
                at = found.start()
                lines = self.template[:at].splitlines(True)
                row = len(lines) or 1
                column = at - len(''.join(lines[:-1])) + 1
                raise ValueError(f'Invalid placeholder in string: line {row}, col {column}')
            if name in values:
                return str(values[name])
            if strict:
                raise KeyError(name)
            return found.group()
        form = r'\$(?:(\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\{([_a-zA-Z][_a-zA-Z0-9]*)\}|)'
        return _re.sub(form, one, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, True)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, False)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)
