"""Sets of named values."""


class auto:
    def __init__(self):
        self.value = None


def unique(enumeration):
    doubled = [(name, member.name) for name, member in enumeration.__members__.items()
               if name != member.name]
    if doubled:
        shown = ', '.join([f'{alias} -> {name}' for alias, name in doubled])
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')
    return enumeration


def _is_member(name, value):
    hidden = name.startswith('_')
    called = callable(value) and not isinstance(value, type)
    described = isinstance(value, (property, classmethod, staticmethod)) or (
        not isinstance(value, (type, auto)) and hasattr(type(value), '__get__'))
    return not hidden and not called and not described


class EnumMeta(type):
    def __new__(metacls, name, bases, members, **kwargs):
        found = {key: value for key, value in members.items() if _is_member(key, value)}
        rest = {key: value for key, value in members.items() if key not in found}
        cls = super().__new__(metacls, name, bases, rest)
        for each in cls.__mro__:
            if each in (int, str, float):
                cls._data_type_ = each
        cls._member_map_ = {}
        cls._value_list_ = []
        values = []
        for key, value in found.items():
            if isinstance(value, auto):
                value = cls._generate_next_value_(key, 1, len(values), values)
            values.append(value)
            metacls._add(cls, key, value)
        return cls

    def _add(cls, name, value):
        for value_known, member in cls._value_list_:
            if value_known == value and type(value_known) == type(value):
                cls._member_map_[name] = member
                type.__setattr__(cls, name, member)
                return
        args = value if isinstance(value, tuple) else (value,)
        if cls._data_type_ is not None:
            member = cls._data_type_.__new__(cls, *args)
        else:
            member = object.__new__(cls)
        object.__setattr__(member, '_name_', name)
        object.__setattr__(member, '_value_', value)
        if '__init__' in dir(cls) and cls._has_init_():
            member.__init__(*args)
        cls._member_map_[name] = member
        cls._value_list_.append((value, member))
        type.__setattr__(cls, name, member)

    def _has_init_(cls):
        return any('__init__' in each.__dict__ for each in cls.__mro__
                   if each.__module__ not in ('enum', 'builtins'))

    def __call__(cls, value, names=None):
        if names is not None:
            if isinstance(names, str):
                names = names.replace(',', ' ').split()
            pairs = names.items() if isinstance(names, dict) else [
                each if isinstance(each, tuple) else (each, at)
                for at, each in enumerate(names, 1)]
            return type(cls)(value, (cls,), dict(pairs))
        if isinstance(value, cls):
            return value
        for known, member in cls._value_list_:
            if known == value:
                return member
        made = cls._missing_(value)
        if made is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        return made

    def __iter__(cls):
        return iter([member for value, member in cls._value_list_])

    def __reversed__(cls):
        return iter([member for value, member in cls._value_list_][::-1])

    def __len__(cls):
        return len(cls._value_list_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, member):
        return isinstance(member, cls)

    def __getattr__(cls, name):
        if not name.startswith('_') and name in cls._member_map_:
            return cls._member_map_[name]
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        type.__setattr__(cls, name, value)

    def __repr__(cls):
        return f"<enum {cls.__name__!r}>"

    @property
    def __members__(cls):
        return dict(cls._member_map_)


EnumType = EnumMeta


class Enum(metaclass=EnumMeta):
    _data_type_ = None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for each in reversed(last_values):
            if isinstance(each, int):
                return each + 1
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __hash__(self):
        return hash(self._name_)

    def __format__(self, spec):
        return format(str(self), spec)

    def __reduce__(self):
        return type(self), (self._value_,)


class IntEnum(int, Enum):
    _data_type_ = int

    def __str__(self):
        return str(self._value_)

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __hash__(self):
        return hash(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


class StrEnum(str, Enum):
    _data_type_ = str

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __hash__(self):
        return hash(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

