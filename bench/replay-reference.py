"""The peer of bench/replay.ts: the plain way to read a pack, without replaying it.

Parses every base, law and expected file with ElementTree, makes the canonical text of the sections of the base and of the
official text, and compares them. It carries out no instruction: this is the part that any program has to do.
"""

import json
import os
import re
import resource
import sys
import time
import xml.etree.ElementTree as ElementTree

BLOCKS = set(
    "document container section subsection para num prefix heading text aftertext include reason table caption thead "
    "tbody tfoot tr td th ul ol li toc annotations annotation subheading".split()
)
SPACE = re.compile(r"[\s\u200b-\u200d\u2060]+")


def local(element):
    return element.tag.rpartition("}")[2]


def canonical(section):
    lines = []

    def add(name, words):
        line = SPACE.sub(" ", "".join(words)).strip()
        if line:
            lines.append(f"{name} {line}")

    def walk(element, depth):
        name = local(element)
        words = []

        def gather(inline):
            nonlocal words
            words.append(inline.text or "")
            for child in inline:
                kind = local(child)
                if "codif" in child.tag or kind in ("annotation", "annotations"):
                    pass
                elif kind == "br":
                    words.append(" ")
                elif kind in BLOCKS:
                    add(name, words)
                    words = []
                    if kind != "reason" and not (kind == "prefix" and element is section):
                        if kind == "para":
                            lines.append(f"P{depth + 1}")
                        walk(child, depth + 1 if kind == "para" else depth)
                else:
                    gather(child)
                words.append(child.tail or "")

        gather(element)
        add(name, words)

    walk(section, 0)
    return lines


def read(directory):
    sections = {}
    for folder, _, names in os.walk(directory):
        for name in names:
            if not name.endswith(".xml"):
                continue
            root = ElementTree.parse(os.path.join(folder, name)).getroot()
            if local(root) == "section":
                sections[name] = canonical(root)
    return sections


started = time.perf_counter()
worked = time.process_time()
pack = sys.argv[1]
base = read(os.path.join(pack, "base"))
expected = read(os.path.join(pack, "expected"))
equal = sum(1 for name, lines in expected.items() if base.get(name) == lines)
print(
    json.dumps(
        {
            "took": (time.perf_counter() - started) * 1000,
            "processor": (time.process_time() - worked) * 1000,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "sections": len(expected),
            "equal": equal,
        }
    )
)
