"""Tables as text, a row on each line."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class _Form:
    def __init__(self, dialect='excel', delimiter=None, quotechar='"', escapechar=None,
                 doublequote=True, skipinitialspace=False, lineterminator='\r\n',
                 quoting=QUOTE_MINIMAL, strict=False):
        if dialect not in ('excel', 'excel-tab', 'unix'):
            raise Error('unknown dialect')
        self.delimiter = delimiter or ('\t' if dialect == 'excel-tab' else ',')
        self.quotechar = quotechar
        self.escapechar = escapechar
        self.doublequote = doublequote
        self.skipinitialspace = skipinitialspace
        self.lineterminator = '\n' if dialect == 'unix' else lineterminator
        self.quoting = QUOTE_ALL if dialect == 'unix' else quoting


class reader:
    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _Form(dialect, **fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        form = self.dialect
        row = []
        cell = []
        quoted = False
        inside = False
        line = next(self._lines)
        self.line_num += 1
        while True:
            at = 0
            text = line if inside else line.rstrip('\r\n')
            while at < len(text):
                letter = text[at]
                if inside:
                    if form.escapechar and letter == form.escapechar and at + 1 < len(text):
                        at += 1
                        cell.append(text[at])
                    elif letter == form.quotechar:
                        if form.doublequote and text[at + 1:at + 2] == form.quotechar:
                            cell.append(letter)
                            at += 1
                        else:
                            inside = False
                    else:
                        cell.append(letter)
                elif letter == form.delimiter:
                    row.append(self._value(cell, quoted))
                    cell = []
                    quoted = False
                elif (letter == form.quotechar and not cell and not quoted
                      and form.quoting != QUOTE_NONE):
                    inside = quoted = True
                elif letter == ' ' and form.skipinitialspace and not cell and not quoted:
                    pass
                elif letter in '\r\n':
                    pass
                elif form.escapechar and letter == form.escapechar and at + 1 < len(text):
                    at += 1
                    cell.append(text[at])
                else:
                    cell.append(letter)
                at += 1
            if not inside:
                break
            following = next(self._lines, None)
            if following is None:
                break
            line = following
            self.line_num += 1
        if row or cell or quoted:
            row.append(self._value(cell, quoted))
        return row

    def _value(self, cell, quoted):
        text = ''.join(cell)
        if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted:
            return float(text)
        return text


class writer:
    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self._file = csvfile
        self.dialect = _Form(dialect, **fmtparams)

    def writerow(self, row):
        form = self.dialect
        row = list(row)
        cells = []
        for value in row:
            text = '' if value is None else repr(value) if isinstance(value, float) else str(value)
            special = any(each in text for each in
                          (form.delimiter, form.quotechar, '\n', '\r'))
            number = isinstance(value, (int, float))
            if (form.quoting == QUOTE_ALL or form.quoting == QUOTE_NONNUMERIC and not number
                    or form.quoting == QUOTE_MINIMAL and special
                    or len(row) == 1 and text == '' and form.quoting != QUOTE_NONE):
                text = (form.quotechar + text.replace(form.quotechar, form.quotechar * 2)
                        + form.quotechar)
            elif special and form.quoting == QUOTE_NONE:
                if not form.escapechar:
                    raise Error('need to escape, but no escapechar set')
                text = text.replace(form.delimiter, form.escapechar + form.delimiter)
            cells.append(text)
        return self._file.write(form.delimiter.join(cells) + form.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', **kwds):
        self._names = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, **kwds)

    @property
    def fieldnames(self):
        if self._names is None:
            self._names = next(self.reader, None)
        return self._names

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        wrong = [name for name in rowdict if name not in self.fieldnames]
        if wrong and self.extrasaction == 'raise':
            raise ValueError('dict contains fields not in fieldnames: '
                             + ', '.join([repr(each) for each in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
