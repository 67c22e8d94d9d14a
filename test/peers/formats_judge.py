"""Judges tables: writes them as cliff does, and reads what others wrote.

Reads a JSON list of questions on standard input and writes a list of answers: `{"cliff": argv, "titles": …, "rows": …}`
runs a Lister of cliff, with `values` instead of rows a ShowOne; `{"read": FORMAT, "text": …}` gives what an independent
reader of that format finds in the text.
"""
import argparse
import csv
import html.parser
import io
import json
import logging
import subprocess
import sys

import yaml
from cliff import lister, show
from prometheus_client.parser import text_string_to_metric_families

logging.disable(logging.CRITICAL)


FORMATTERS = {}


class App:
    """What a command of cliff asks of its program."""

    def __init__(self):
        self.stdout = io.StringIO()


def written(question):
    """What cliff prints, or the name of its error."""
    titles, app = tuple(question["titles"]), App()
    base, data = (lister.Lister, question.get("rows")) if "rows" in question else (show.ShowOne, question["values"])

    class Fixed(base):
        "A table that is there already."

        def take_action(self, parsed_args):
            return titles, data

        def _load_formatter_plugins(self):
            if base not in FORMATTERS:
                FORMATTERS[base] = super()._load_formatter_plugins()
            return FORMATTERS[base]

    command = Fixed(app, argparse.Namespace())
    parsed = command.get_parser("fixed").parse_args(question["cliff"])
    try:
        command.run(parsed)
    except Exception as error:  # whatever it is, there is nothing to compare with
        return {"error": f"{type(error).__name__}: {error}"}
    return {"text": app.stdout.getvalue()}


class Tables(html.parser.HTMLParser):
    """The cells of tables, row by row; an element that is not closed, or not known in one, is an error."""

    EMPTY = {"meta", "br"}
    IN_CELLS = {"br", "a"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.open, self.title, self.links = [], [], "", []

    def handle_starttag(self, tag, attrs):
        if {"td", "th"} & set(self.open) and tag not in self.IN_CELLS:
            raise ValueError(f"<{tag}> in a cell")
        if tag == "a":
            # GFM makes links of addresses of mail, whatever stands before their sign.
            self.links.append(dict(attrs)["href"].removeprefix("mailto:"))
        if tag == "script":
            raise ValueError("a script")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag == "br":
            self.handle_data("\n")
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            raise ValueError(f"</{tag}> closes something else")

    def handle_data(self, data):
        if self.open and self.open[-1] == "a" and data != self.links[-1]:
            raise ValueError(f"a link to {self.links[-1]}")
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data
        elif self.open and self.open[-1] == "title":
            self.title += data
        elif data.strip() and not {"style", "p", "h2"} & set(self.open):
            raise ValueError(f"text outside of cells: {data!r}")

    def handle_comment(self, data):
        raise ValueError("a comment")


def tables(text):
    reader = Tables()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise ValueError(f"not closed: {reader.open}")
    return reader.rows


def of_markdown(text):
    """GFM by its reference implementation, with its other extensions as well."""
    extensions = ["-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tagfilter"]
    done = subprocess.run(["cmark-gfm", "--unsafe", *extensions], input=text.encode(), capture_output=True, check=True)
    return tables(done.stdout.decode())


def of_prom(text):
    """What the client library reads; promtool must find no error."""
    done = subprocess.run(["promtool", "check", "metrics"], input=text.encode(), capture_output=True)
    if done.returncode not in (0, 3):
        raise ValueError(done.stderr.decode())
    return [
        [sample.name, sample.labels, sample.value]
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    ]


def of_shell(text, shell):
    """What a shell has in its variables once it has been given the text."""
    names = list(dict.fromkeys(line.split("=")[0] for line in text["names"]))
    # Without a variable of its own, which might be one of theirs.
    script = 'eval "$1"; shift; while [ $# -gt 0 ]; do eval "printf \'%s\\\\0\' \\"\\$$1\\""; shift; done'
    done = subprocess.run([shell, "-c", script, shell, text["assignments"], *names], capture_output=True, check=True)
    if done.stderr:
        raise ValueError(done.stderr.decode())
    return done.stdout.decode().split("\0")[:-1]


READERS = {
    "csv": lambda text: list(csv.reader(io.StringIO(text, newline=""), escapechar="\\", strict=True)),
    "json": json.loads,
    "ndjson": lambda text: [json.loads(line) for line in text.split("\n")[:-1]],
    "yaml": yaml.safe_load,
    "html": tables,
    "markdown": of_markdown,
    "prom": of_prom,
    "sh": lambda text: of_shell(text, "sh"),
    "bash": lambda text: of_shell(text, "bash"),
}


def answer(question):
    if "cliff" in question:
        return written(question)
    try:
        return {"value": READERS[question["read"]](question["text"])}
    except Exception as error:  # said to the test, which knows the text
        return {"error": f"{type(error).__name__}: {error}"}


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
