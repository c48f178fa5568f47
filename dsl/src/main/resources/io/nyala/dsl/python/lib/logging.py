"""Messages of programs, by how grave they are."""

import sys as _sys
import time as _time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_NAMES = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_LEVELS = {name: level for level, name in _NAMES.items()}
_LEVELS['WARN'] = 30
_LEVELS['FATAL'] = 50
_disabled = [0]


def getLevelName(level):
    if isinstance(level, str):
        return _LEVELS.get(level, f'Level {level}')
    return _NAMES.get(level, f'Level {level}')


def _level(level):
    if isinstance(level, int):
        return level
    if level not in _LEVELS:
        raise ValueError(f'Unknown level: {level!r}')
    return _LEVELS[level]


class LogRecord:
    def __init__(self, name, level, msg, args):
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = msg
        self.args = args
        self.created = _time.time()

    def getMessage(self):
        text = str(self.msg)
        if self.args:
            values = self.args
            if len(values) == 1 and isinstance(values[0], dict):
                values = values[0]
            text = text % values
        return text


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style='%'):
        if style != '%':
            raise NotImplementedError('logging.Formatter takes style % here')
        self._fmt = fmt or '%(message)s'
        self.datefmt = datefmt

    def format(self, record):
        form = self.datefmt or '%Y-%m-%d %H:%M:%S'
        values = dict(record.__dict__, message=record.getMessage(),
                      asctime=_time.strftime(form) + ('' if self.datefmt else ',000'))
        return self._fmt % values


class Handler:
    def __init__(self, level=NOTSET):
        self.level = _level(level)
        self.formatter = None

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        if record.levelno >= self.level:
            self.emit(record)

    def emit(self, record):
        pass


NullHandler = Handler


class StreamHandler(Handler):
    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream

    def emit(self, record):
        print(self.format(record), file=self.stream or _sys.stderr)


class FileHandler(Handler):
    def __init__(self, filename, mode='a', encoding=None, delay=False):
        super().__init__()
        self.baseFilename = filename
        if mode == 'w':
            open(filename, 'w').close()

    def emit(self, record):
        with open(self.baseFilename, 'a') as file:
            file.write(self.format(record) + '\n')


class Logger:
    def __init__(self, name, level=NOTSET, parent=None):
        self.name = name
        self.level = level
        self.parent = parent
        self.handlers = []
        self.propagate = True
        self.disabled = False

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return level > _disabled[0] and level >= self.getEffectiveLevel()

    def addHandler(self, handler):
        if handler not in self.handlers:
            self.handlers.append(handler)

    def removeHandler(self, handler):
        if handler in self.handlers:
            self.handlers.remove(handler)

    def hasHandlers(self):
        return bool(self.handlers) or self.parent is not None and self.parent.hasHandlers()

    def log(self, level, msg, *args, **kwargs):
        if self.disabled or not self.isEnabledFor(level):
            return
        record = LogRecord(self.name, level, msg, args)
        logger = self
        found = False
        while logger is not None:
            for handler in logger.handlers:
                found = True
                handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and level >= WARNING:
            print(record.getMessage(), file=_sys.stderr)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args)

    exception = error

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args)


root = Logger('root', WARNING)
_loggers = {}


def getLogger(name=None):
    if not name or name == 'root':
        return root
    if name not in _loggers:
        parent = getLogger(name.rpartition('.')[0]) if '.' in name else root
        _loggers[name] = Logger(name, parent=parent)
    return _loggers[name]


def basicConfig(*, level=None, format='%(levelname)s:%(name)s:%(message)s', datefmt=None,
                handlers=None, filename=None, filemode='a', stream=None, force=False, **kwargs):
    if force:
        root.handlers.clear()
    if not root.handlers:
        made = handlers or [FileHandler(filename, filemode) if filename else StreamHandler(stream)]
        for handler in made:
            if handler.formatter is None:
                handler.setFormatter(Formatter(format, datefmt))
            root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    _disabled[0] = level


def log(level, msg, *args, **kwargs):
    _ready()
    root.log(level, msg, *args)


def _ready():
    if not root.handlers:
        basicConfig()


def debug(msg, *args, **kwargs):
    _ready()
    root.debug(msg, *args)


def info(msg, *args, **kwargs):
    _ready()
    root.info(msg, *args)


def warning(msg, *args, **kwargs):
    _ready()
    root.warning(msg, *args)


def error(msg, *args, **kwargs):
    _ready()
    root.error(msg, *args)


exception = error


def critical(msg, *args, **kwargs):
    _ready()
    root.critical(msg, *args)


def captureWarnings(capture):
    pass
