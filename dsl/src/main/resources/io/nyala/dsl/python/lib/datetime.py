"""Dates and times."""

import re as _re
import time as _time

MINYEAR = 1
MAXYEAR = 9999
_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
           'October', 'November', 'December']
_WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _leap(year) else _DAYS[month - 1]


def _ordinal(year, month, day):
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    for each in range(1, month):
        days += _days_in(year, each)
    return days + day


def _from_ordinal(n):
    if n < 1 or n > 3652059:
        raise OverflowError('date value out of range')
    year = max(1, (n - 366) // 366)
    while _ordinal(year + 1, 1, 1) <= n:
        year += 1
    n -= _ordinal(year, 1, 1) - 1
    month = 1
    while n > _days_in(year, month):
        n -= _days_in(year, month)
        month += 1
    return year, month, n


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                 weeks=0):
        total = ((days + weeks * 7) * 86400 + hours * 3600 + minutes * 60 + seconds)
        micro = microseconds + milliseconds * 1000
        if isinstance(total, float) or isinstance(micro, float):
            whole = int(total // 1)
            micro = round((total - whole) * 1000000 + micro)
            total = whole
        total += micro // 1000000
        self.microseconds = micro % 1000000
        self.days = total // 86400
        self.seconds = total % 86400

    def _micro(self):
        return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds

    def total_seconds(self):
        return self._micro() / 1000000

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta(microseconds=self._micro() + other._micro())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta(microseconds=self._micro() - other._micro())
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta(microseconds=self._micro() * other)
        if isinstance(other, float):
            return timedelta(microseconds=round(self._micro() * other))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micro() / other._micro()
        return timedelta(microseconds=round(self._micro() / other))

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micro() // other._micro()
        return timedelta(microseconds=self._micro() // other)

    def __mod__(self, other):
        return timedelta(microseconds=self._micro() % other._micro())

    def __neg__(self):
        return timedelta(microseconds=-self._micro())

    def __abs__(self):
        return -self if self.days < 0 else self

    def __bool__(self):
        return self._micro() != 0

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __eq__(self, other):
        return isinstance(other, timedelta) and self._micro() == other._micro()

    def __lt__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._micro() < other._micro()

    def __le__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._micro() <= other._micro()

    def __gt__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._micro() > other._micro()

    def __ge__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._micro() >= other._micro()

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02d}:{seconds:02d}'
        if self.days:
            text = f'{self.days} day{"" if abs(self.days) == 1 else "s"}, {text}'
        return text + (f'.{self.microseconds:06d}' if self.microseconds else '')

    def __repr__(self):
        parts = [f'{name}={getattr(self, name)}' for name in ('days', 'seconds', 'microseconds')
                 if getattr(self, name)]
        return f'datetime.timedelta({", ".join(parts) or "0"})'


class tzinfo:
    pass


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name:
            return self._name
        return 'UTC' + (_offset(self._offset) if self._offset else '')

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        return 'datetime.timezone.utc' if self is timezone.utc else (
            f'datetime.timezone({self._offset!r})')


def _offset(delta):
    sign = '-' if delta.days < 0 else '+'
    minutes = abs(delta)._micro() // 60000000
    return f'{sign}{minutes // 60:02d}:{minutes % 60:02d}'


timezone.utc = timezone(timedelta(0))
UTC = timezone.utc


class _Ordered:
    def __eq__(self, other):
        return type(self) is type(other) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def _checked(self, other, sign):
        if type(self) is not type(other):
            raise TypeError(f"'{sign}' not supported between instances of "
                            f"'datetime.{type(self).__name__}' and '{type(other).__name__}'")
        return other._key()

    def __lt__(self, other):
        return self._key() < self._checked(other, '<')

    def __le__(self, other):
        return self._key() <= self._checked(other, '<=')

    def __gt__(self, other):
        return self._key() > self._checked(other, '>')

    def __ge__(self, other):
        return self._key() >= self._checked(other, '>=')

    def __str__(self):
        return self.isoformat()

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)


def _strftime(form, year, month, day, hour, minute, second, micro, zone=None):
    if '%f' in form:
        form = form.replace('%f', f'{micro:06d}')
    if '%z' in form:
        form = form.replace('%z', '' if zone is None else _offset(zone.utcoffset(None))
                            .replace(':', ''))
    if '%Z' in form:
        form = form.replace('%Z', '' if zone is None else zone.tzname(None))
    if '%U' in form or '%W' in form:
        today = date(year, month, day)
        ordinal = today.timetuple_day()
        form = form.replace('%U', f'{(ordinal + 6 - (today.weekday() + 1) % 7) // 7:02d}')
        form = form.replace('%W', f'{(ordinal + 6 - today.weekday()) // 7:02d}')
    return _time.strftime(form, (year, month, day, hour, minute, second, 0, 0, 0))


class date(_Ordered):
    def __init__(self, year, month, day):
        _check_date(year, month, day)
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def today(cls):
        now = _time.localtime()
        return cls(now.tm_year, now.tm_mon, now.tm_mday)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromtimestamp(cls, t):
        at = _time.localtime(t)
        return cls(at.tm_year, at.tm_mon, at.tm_mday)

    @classmethod
    def fromisoformat(cls, text):
        found = _re.fullmatch(r'(\d{4})-?(\d\d)-?(\d\d)', text)
        if not found:
            raise ValueError(f'Invalid isoformat string: {text!r}')
        return cls(*[int(each) for each in found.groups()])

    def _key(self):
        return (self.year, self.month, self.day)

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def timetuple_day(self):
        return self.toordinal() - _ordinal(self.year, 1, 1) + 1

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        from collections import namedtuple
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        week = (thursday - _ordinal(year, 1, 1)) // 7 + 1
        kind = namedtuple('IsoCalendarDate', 'year week weekday')
        return kind(year, week, self.isoweekday())

    def isoformat(self):
        return f'{self.year:04d}-{self.month:02d}-{self.day:02d}'

    def ctime(self):
        return self.strftime('%a %b %e 00:00:00 %Y')

    def strftime(self, form):
        return _strftime(form, self.year, self.month, self.day, 0, 0, 0, 0)

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self.year, month or self.month, day or self.day)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return date.fromordinal(self.toordinal() + other.days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return date.fromordinal(self.toordinal() - other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __repr__(self):
        return f'datetime.date({self.year}, {self.month}, {self.day})'


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, microsecond):
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')


def _clock(hour, minute, second, micro):
    text = f'{hour:02d}:{minute:02d}:{second:02d}'
    return text + (f'.{micro:06d}' if micro else '')


def _shown(values):
    values = list(values)
    while len(values) > 2 and values[-1] == 0:
        values.pop()
    return ', '.join([str(each) for each in values])


class time(_Ordered):
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        _check_time(hour, minute, second, microsecond)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo

    def _key(self):
        return (self.hour, self.minute, self.second, self.microsecond)

    def isoformat(self):
        return _clock(*self._key())

    def strftime(self, form):
        return _strftime(form, 1900, 1, 1, *self._key())

    def __repr__(self):
        return f'datetime.time({_shown(self._key())})'


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
        super().__init__(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    today = now

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        if tz is not None:
            made = cls.utcfromtimestamp(t) + tz.utcoffset(None)
            return made.replace(tzinfo=tz)
        return cls._of(_time.localtime(t), t)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls._of(_time.gmtime(t), t)

    @classmethod
    def _of(cls, at, t):
        micro = min(999999, round((t - t // 1) * 1000000))
        return cls(at.tm_year, at.tm_mon, at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec, micro)

    @classmethod
    def combine(cls, day, clock):
        return cls(*day._key()[:3], *clock._key())

    @classmethod
    def fromisoformat(cls, text):
        found = _re.fullmatch(r'(\d{4})-?(\d\d)-?(\d\d)(?:.(\d\d):?(\d\d)(?::?(\d\d)'
                              r'(?:[.,](\d{1,6}))?)?)?(Z|[-+]\d\d:?\d\d)?', text)
        if not found:
            raise ValueError(f'Invalid isoformat string: {text!r}')
        parts = [int(each or 0) for each in found.groups()[:6]]
        micro = int((found.group(7) or '0').ljust(6, '0'))
        return cls(*parts, micro, tzinfo=_zone(found.group(8)))

    @classmethod
    def strptime(cls, text, form):
        return _parse(cls, text, form)

    def _key(self):
        return (self.year, self.month, self.day, self.hour, self.minute, self.second,
                self.microsecond)

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def _seconds(self):
        return (self.toordinal() * 86400 + self.hour * 3600 + self.minute * 60 + self.second)

    def timestamp(self):
        since = self._seconds() - 719163 * 86400
        offset = (self.tzinfo.utcoffset(self).total_seconds() if self.tzinfo
                  else _time._utcoffset(since))
        return since - offset + self.microsecond / 1000000

    def timetuple(self):
        return _time.localtime(self.timestamp())

    def utcoffset(self):
        return self.tzinfo.utcoffset(self) if self.tzinfo else None

    def astimezone(self, tz=None):
        return datetime.fromtimestamp(self.timestamp(), tz)

    def isoformat(self, sep='T', timespec='auto'):
        clock = _clock(self.hour, self.minute, self.second, self.microsecond)
        if timespec == 'seconds':
            clock = clock[:8]
        elif timespec == 'minutes':
            clock = clock[:5]
        elif timespec == 'milliseconds':
            clock = f'{clock[:8]}.{self.microsecond // 1000:03d}'
        elif timespec == 'microseconds':
            clock = f'{clock[:8]}.{self.microsecond:06d}'
        zone = _offset(self.utcoffset()) if self.tzinfo else ''
        return super().isoformat() + sep + clock + zone

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        return self.strftime('%a %b %e %H:%M:%S %Y')

    def strftime(self, form):
        return _strftime(form, *self._key(), self.tzinfo)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True):
        given = (year, month, day, hour, minute, second, microsecond)
        values = [own if value is None else value for own, value in zip(self._key(), given)]
        return type(self)(*values, tzinfo=self.tzinfo if tzinfo is True else tzinfo)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        micro = self._seconds() * 1000000 + self.microsecond + other._micro()
        seconds, micro = divmod(micro, 1000000)
        days, seconds = divmod(seconds, 86400)
        return datetime(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60,
                        micro, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if isinstance(other, datetime):
            micro = (self._seconds() - other._seconds()) * 1000000
            delta = timedelta(microseconds=micro + self.microsecond - other.microsecond)
            if self.tzinfo and other.tzinfo:
                delta = delta - self.utcoffset() + other.utcoffset()
            elif self.tzinfo or other.tzinfo:
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return delta
        return NotImplemented

    def __repr__(self):
        values = list(self._key())
        if values[6] == 0:
            values.pop()
            if values[5] == 0:
                values.pop()
        shown = ', '.join([str(each) for each in values])
        zone = f', tzinfo={self.tzinfo!r}' if self.tzinfo else ''
        return f'datetime.datetime({shown}{zone})'


def _zone(text):
    if text is None:
        return None
    if text == 'Z':
        return timezone.utc
    sign = -1 if text[0] == '-' else 1
    digits = text[1:].replace(':', '')
    delta = timedelta(hours=sign * int(digits[:2]), minutes=sign * int(digits[2:4]))
    return timezone.utc if not delta else timezone(delta)


_FORMS = {'Y': r'(?P<Y>\d{4})', 'm': r'(?P<m>1[0-2]|0?[1-9])', 'd': r'(?P<d>3[01]|[12]\d|0?[1-9])',
          'H': r'(?P<H>2[0-3]|[01]?\d)', 'I': r'(?P<I>1[0-2]|0?[1-9])', 'M': r'(?P<M>[0-5]?\d)',
          'S': r'(?P<S>[0-5]?\d)', 'f': r'(?P<f>\d{1,6})', 'y': r'(?P<y>\d\d)',
          'B': r'(?P<B>[A-Za-z]+)', 'b': r'(?P<b>[A-Za-z]{3})', 'A': r'(?P<A>[A-Za-z]+)',
          'a': r'(?P<a>[A-Za-z]{3})', 'p': r'(?P<p>[AaPp][Mm])', 'j': r'(?P<j>\d{1,3})',
          'z': r'(?P<z>Z|[-+]\d\d:?\d\d)', '%': '%'}


def _parse(cls, text, form):
    pattern = ''
    at = 0
    whole = form.replace('%T', '%H:%M:%S').replace('%F', '%Y-%m-%d').replace('%D', '%m/%d/%y')
    while at < len(whole):
        letter = whole[at]
        if letter == '%':
            at += 1
            if whole[at] not in _FORMS:
                raise ValueError(f"'{whole[at]}' is a bad directive in format '{form}'")
            pattern += _FORMS[whole[at]]
        elif letter.isspace():
            pattern += r'\s+'
        else:
            pattern += _re.escape(letter)
        at += 1
    found = _re.match(pattern, text, _re.IGNORECASE)
    if not found:
        raise ValueError(f'time data {text!r} does not match format {form!r}')
    if found.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[found.end():]}')
    got = found.groupdict()
    year = int(got['Y']) if 'Y' in got else 1900
    if 'y' in got:
        year = int(got['y']) + (2000 if int(got['y']) < 69 else 1900)
    month = int(got.get('m', 1))
    for code in ('B', 'b'):
        if code in got:
            names = [name[:3].lower() for name in _MONTHS]
            month = names.index(got[code][:3].lower()) + 1
    hour = int(got.get('H', 0))
    if 'I' in got:
        hour = int(got['I']) % 12 + (12 if got.get('p', 'am').lower() == 'pm' else 0)
    micro = int(got.get('f', '0').ljust(6, '0'))
    made = cls(year, month, int(got.get('d', 1)), hour, int(got.get('M', 0)),
               int(got.get('S', 0)), micro, tzinfo=_zone(got.get('z')))
    if 'j' in got:
        made += timedelta(int(got['j']) - 1)
    return made


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
timedelta.resolution = timedelta(microseconds=1)
