"""Arguments of a script."""

import sys as _sys

SUPPRESS = '==SUPPRESS=='
REMAINDER = '...'


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        return 'Namespace(' + ', '.join(f'{k}={v!r}' for k, v in self.__dict__.items()) + ')'

    def __eq__(self, other):
        return isinstance(other, Namespace) and self.__dict__ == other.__dict__

    def __contains__(self, name):
        return name in self.__dict__


class ArgumentTypeError(Exception):
    pass


class _Argument:
    def __init__(self, names, action='store', nargs=None, const=None, default=None, type=None,
                 choices=None, required=False, help=None, metavar=None, dest=None):
        self.options = [n for n in names if n.startswith('-')]
        self.action = action
        self.nargs = nargs
        self.const = const
        self.type = type
        self.choices = choices
        self.help = help
        self.metavar = metavar
        long = [n for n in self.options if n.startswith('--')] or self.options
        self.dest = dest or (long[0].lstrip('-').replace('-', '_') if long else names[0])
        self.required = required if self.options else nargs not in ('?', '*')
        self.default = default
        if action in ('store_true', 'store_false') and default is None:
            self.default = action == 'store_false'
        if action == 'count' or action in ('store_true', 'store_false', 'store_const', 'help'):
            self.nargs = 0
            self.const = {'store_true': True, 'store_false': False}.get(action, const)

    @property
    def shown(self):
        return '/'.join(self.options) or self.metavar or self.dest

    def placeholder(self):
        if self.metavar:
            return self.metavar
        if self.choices is not None:
            return '{' + ','.join(str(c) for c in self.choices) + '}'
        return self.dest.upper() if self.options else self.dest


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, add_help=True,
                 formatter_class=None, **kwargs):
        self.prog = prog or _sys.argv[0].rpartition('/')[2]
        self.description = description
        self.epilog = epilog
        self._arguments = []
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS,
                              help='show this help message and exit')

    def add_argument(self, *names, **kwargs):
        argument = _Argument(names, **kwargs)
        self._arguments.append(argument)
        return argument

    def add_argument_group(self, title=None, description=None):
        return self

    def add_mutually_exclusive_group(self, required=False):
        return self

    def set_defaults(self, **kwargs):
        for argument in self._arguments:
            if argument.dest in kwargs:
                argument.default = kwargs[argument.dest]

    def error(self, message):
        print(self.format_usage() + f'{self.prog}: error: {message}', file=_sys.stderr)
        raise SystemExit(2)

    def _value(self, argument, text):
        value = text
        if argument.type is not None:
            try:
                value = argument.type(text)
            except ArgumentTypeError as e:
                self.error(f'argument {argument.shown}: {e}')
            except (TypeError, ValueError):
                name = getattr(argument.type, '__name__', repr(argument.type))
                self.error(f'argument {argument.shown}: invalid {name} value: {text!r}')
        if argument.choices is not None and value not in argument.choices:
            wanted = ', '.join(repr(c) for c in argument.choices)
            self.error(f'argument {argument.shown}: invalid choice: {value!r}'
                       f' (choose from {wanted})')
        return value

    def _find(self, name):
        for argument in self._arguments:
            if name in argument.options:
                return argument
        near = [a for a in self._arguments for o in a.options
                if name.startswith('--') and o.startswith(name)]
        if len(near) > 1:
            self.error(f'ambiguous option: {name} could match '
                       + ', '.join(o for a in near for o in a.options if o.startswith(name)))
        return near[0] if near else None

    def _is_option(self, text):
        if not text.startswith('-') or text == '-':
            return False
        return not text[1:].replace('.', '', 1).isdigit()

    def _take(self, argument, values):
        """The values an argument takes, off the front."""
        count = 0
        while count < len(values) and not self._is_option(values[count]) and values[count] != '--':
            count += 1
        if argument.nargs is None:
            if not count:
                self.error(f'argument {argument.shown}: expected one argument')
            return self._value(argument, values.pop(0))
        if argument.nargs == '?':
            if not count:
                return argument.const if argument.options else argument.default
            return self._value(argument, values.pop(0))
        if isinstance(argument.nargs, int):
            if count < argument.nargs:
                plural = '' if argument.nargs == 1 else 's'
                self.error(f'argument {argument.shown}: expected {argument.nargs} argument{plural}')
            count = argument.nargs
        elif argument.nargs == '+' and not count:
            self.error(f'argument {argument.shown}: expected at least one argument')
        return [self._value(argument, values.pop(0)) for _ in range(count)]

    def _store(self, space, argument, value):
        if argument.action == 'append':
            before = getattr(space, argument.dest)
            value = list(before or []) + [value]
        setattr(space, argument.dest, value)

    def parse_known_args(self, args=None, namespace=None):
        values = list(_sys.argv[1:] if args is None else args)
        space = namespace or Namespace()
        for each in self._arguments:
            if each.default is not SUPPRESS and not hasattr(space, each.dest):
                default = each.default
                if isinstance(default, str) and each.type is not None:
                    default = self._value(each, default)
                setattr(space, each.dest, default)
        positional = [a for a in self._arguments if not a.options]
        seen, rest = set(), []
        while values:
            if values[0] == '--':
                values.pop(0)
            elif self._is_option(values[0]):
                self._option(values, space, seen, rest)
                continue
            if not values:
                break
            if not positional:
                rest.append(values.pop(0))
                continue
            argument = positional.pop(0)
            if argument.nargs == '*' or argument.nargs == '+':
                needed = sum(1 for a in positional if a.nargs is None)
                count = 0
                while count < len(values) and not self._is_option(values[count]):
                    count += 1
                kept = values[count - needed:] if needed else values[count:]
                mine = values[:count - needed] if needed else values[:count]
                self._store(space, argument, [self._value(argument, v) for v in mine])
                values = kept
            else:
                self._store(space, argument, self._take(argument, values))
            seen.add(argument.dest)
            while positional and positional[0].nargs in ('*', '?') and (
                    not values or self._is_option(values[0])):
                self._empty(space, positional.pop(0))
        missing = [a.shown for a in self._arguments if a.required and a.dest not in seen]
        if missing:
            self.error('the following arguments are required: ' + ', '.join(missing))
        for each in positional:
            self._empty(space, each)
        return space, rest

    def _empty(self, space, argument):
        if argument.nargs == '*' and argument.default is None:
            setattr(space, argument.dest, [])

    def _option(self, values, space, seen, rest):
        name, given, value = values[0].partition('=')
        argument = self._find(name)
        if argument is None and len(name) > 2 and name[1] != '-':
            argument = self._find(name[:2])
            if argument is not None:
                given, value = '=', values[0][2:]
                if argument.nargs == 0:
                    values[0:1] = [name[:2], '-' + value]
                    given = ''
        if argument is None:
            rest.append(values.pop(0))
            return
        values.pop(0)
        seen.add(argument.dest)
        if argument.action == 'help':
            self.print_help()
            raise SystemExit(0)
        if argument.action == 'count':
            setattr(space, argument.dest, (getattr(space, argument.dest) or 0) + 1)
        elif argument.nargs == 0:
            setattr(space, argument.dest, argument.const)
        elif given:
            one = self._value(argument, value)
            self._store(space, argument, one if argument.nargs in (None, '?') else [one])
        else:
            self._store(space, argument, self._take(argument, values))

    def parse_args(self, args=None, namespace=None):
        space, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: ' + ' '.join(rest))
        return space

    def _usage(self, argument):
        shown = argument.placeholder()
        if argument.options:
            text = argument.options[0] + ('' if argument.nargs == 0 else ' ' + shown)
            return text if argument.required else f'[{text}]'
        return {'?': f'[{shown}]', '*': f'[{shown} ...]', '+': f'{shown} [{shown} ...]'}.get(
            argument.nargs, shown)

    def format_usage(self):
        order = ([a for a in self._arguments if a.options]
                 + [a for a in self._arguments if not a.options])
        return f'usage: {self.prog} ' + ' '.join(self._usage(a) for a in order) + '\n'

    def format_help(self):
        text = self.format_usage()
        if self.description:
            text += '\n' + self.description + '\n'
        for title, some in (('positional arguments', [a for a in self._arguments if not a.options]),
                            ('options', [a for a in self._arguments if a.options])):
            if some:
                text += f'\n{title}:\n'
                for each in some:
                    value = '' if each.nargs == 0 else ' ' + each.placeholder()
                    head = '  ' + (', '.join(o + value for o in each.options)
                                   or each.placeholder())
                    short = len(head) <= 22 and each.help
                    text += f'{head:<24}{each.help}\n' if short else head + '\n'
                    if each.help and not short:
                        text += ' ' * 24 + each.help + '\n'
        return text + (f'\n{self.epilog}\n' if self.epilog else '')

    def print_help(self, file=None):
        print(self.format_help(), end='')

    def print_usage(self, file=None):
        print(self.format_usage(), end='')


class HelpFormatter:
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass
