"""Splits C files into what the compiler reads, what people read, and what strings hold.

    code.py code|comments|strings FILE...

prints FILE:LINE:TEXT with everything else blanked out, lines without any left out."""
import re
import sys

TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')""",
    re.DOTALL)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def part(text, kind):
    def keep(match):
        if kind == "code":
            return '""' if match.group("string") and match.group(0)[0] == '"' else blank(match.group(0))
        wanted = match.group("comment") if kind == "comments" else match.group("string")
        return match.group(0) if wanted else blank(match.group(0))

    if kind == "code":
        return TOKEN.sub(lambda m: keep(m) + "\n" * m.group(0).count("\n") * (not m.group("comment")), text)
    out, end = [], 0
    for match in TOKEN.finditer(text):
        out.append(blank(text[end:match.start()]))
        out.append(keep(match))
        end = match.end()
    out.append(blank(text[end:]))
    return "".join(out)


for path in sys.argv[2:]:
    with open(path, encoding="utf-8", errors="replace") as stream:
        for number, line in enumerate(part(stream.read(), sys.argv[1]).split("\n"), 1):
            if line.strip():
                print(f"{path}:{number}:{line.rstrip()}")
