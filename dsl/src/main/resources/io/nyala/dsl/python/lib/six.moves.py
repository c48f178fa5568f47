"""Names that Python 3 moved."""

range = range
xrange = range
zip = zip
map = map
filter = filter
input = input
from functools import reduce
