"""Values written as Python writes them."""

import _system


def literal_eval(node_or_string):
    """The value of a literal; nothing in it is called."""
    return _system.literal(node_or_string)


def parse(source, filename='<unknown>', mode='exec'):
    raise NotImplementedError("ast.parse() is not supported in Nyala's Python cells")
