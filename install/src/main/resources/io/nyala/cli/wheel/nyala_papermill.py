"""Parameters of Groovy notebooks for papermill.

Papermill asks every installed engine to load when it is imported; this one does nothing that
papermill's own does not, but on loading teaches it to write parameters as Groovy.
"""

import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators


class GroovyTranslator(Translator):
    """Writes a parameters cell in Groovy, and reads one."""

    ASSIGNMENT = re.compile(
        r"^(?:def\s+|(?P<type>[A-Za-z][\w.<>\[\]]*)\s+)?(?P<name>[A-Za-z_]\w*)\s*=\s*"
        r"(?P<value>.*?)\s*;?\s*(?:(?://|#)\s*(?P<help>.*))?$"
    )

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_escaped_str(cls, val):
        # In single quotes, where a $ is a $.
        inner = json.dumps(str(val))[1:-1].replace('\\"', '"').replace("'", "\\'")
        return f"'{inner}'"

    @classmethod
    def translate_float(cls, val):
        if math.isfinite(val):
            return repr(val)
        return "Double.NaN" if math.isnan(val) else f"{'-' if val < 0 else ''}Double.POSITIVE_INFINITY"

    @classmethod
    def translate_int(cls, val):
        return f"{val}g" if abs(val) >= 2**63 else str(val)

    @classmethod
    def translate_list(cls, val):
        return "[" + ", ".join(cls.translate(each) for each in val) + "]"

    @classmethod
    def translate_dict(cls, val):
        entries = [f"{cls.translate_str(str(k))}: {cls.translate(v)}" for k, v in val.items()]
        return "[" + (", ".join(entries) or ":") + "]"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def inspect(cls, parameters_cell):
        found = []
        for line in parameters_cell["source"].splitlines():
            match = cls.ASSIGNMENT.match(line.strip())
            if match:
                found.append(
                    Parameter(
                        name=match["name"],
                        inferred_type_name=match["type"] or "None",
                        default=match["value"],
                        help=match["help"] or "",
                    )
                )
        return found


class Engine(NBClientEngine):
    """Papermill's own engine, under another name."""


papermill_translators.register("groovy", GroovyTranslator)
papermill_translators.register("nyala", GroovyTranslator)
