"""Texts brought to a width."""

import re as _re


def _words(text):
    words = []
    for word in text.split():
        words.append(_re.findall(r'.*?[^\W\d_]{2,}-(?=[^\W\d_]{2})|.+', word))
    return words


def wrap(text, width=70, *, initial_indent='', subsequent_indent='', max_lines=None,
         placeholder=' [...]', break_long_words=True, break_on_hyphens=True):
    if width <= 0:
        raise ValueError(f'invalid width {width!r} (must be > 0)')
    lines = []
    line = ''
    for number, parts in enumerate(_words(text)):
        pieces = parts if break_on_hyphens else [''.join(parts)]
        for at, piece in enumerate(pieces):
            gap = ' ' if line and at == 0 else ''
            while piece:
                indent = subsequent_indent if lines else initial_indent
                room = width - len(indent)
                if len(line) + len(gap) + len(piece) <= room:
                    line += gap + piece
                    break
                if len(piece) > room and break_long_words:
                    left = max(room - len(line) - len(gap), 0 if line else 1)
                    if left:
                        line += gap + piece[:left]
                        piece = piece[left:]
                elif not line:
                    line = piece
                    break
                lines.append(indent + line)
                line = gap = ''
    if line:
        lines.append((subsequent_indent if lines else initial_indent) + line)
    if max_lines is not None and len(lines) > max_lines:
        lines = lines[:max_lines]
        kept = lines[-1].split(' ')
        while kept and len(' '.join(kept)) + len(placeholder) > width:
            kept.pop()
        lines[-1] = ' '.join(kept) + placeholder if kept else subsequent_indent + placeholder.lstrip()
    return lines


def fill(text, width=70, **options):
    return '\n'.join(wrap(text, width, **options))


def shorten(text, width, **options):
    return fill(' '.join(text.strip().split()), width, max_lines=1, **options)


def dedent(text):
    lines = [line if line.strip() else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            indent = line[:len(line) - len(line.lstrip())]
            if margin is None:
                margin = indent
            while not indent.startswith(margin):
                margin = margin[:-1]
    margin = margin or ''
    return '\n'.join(line[len(margin):] for line in lines)


def indent(text, prefix, predicate=None):
    wanted = predicate or (lambda line: line.strip())
    return ''.join(prefix + line if wanted(line) else line for line in text.splitlines(True))
