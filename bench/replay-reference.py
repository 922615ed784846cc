"""The peer of bench/replay.ts: a replay of a pack as one would plainly write it, with the standard library's ElementTree.

Reads the same files, carries out the same kinds of instruction on the element trees themselves (insert, organic, replace,
repeal, find-replace, redesignate-para, remove), makes the canonical text of every section, and compares. It knows the
rules of the publisher's description, and none of those that the description leaves open: no laws amended by laws, no
containers moved, no sections recodified. So it does less than the replay that it is held against,
and gets fewer sections exact; how many, it says.
"""

import copy
import json
import os
import re
import resource
import sys
import time
import xml.etree.ElementTree as ElementTree

LIBRARY, CODIFY, CODIFIED, XI = (
    "{https://code.dccouncil.us/schemas/dc-library}",
    "{https://code.dccouncil.us/schemas/codify}",
    "{https://code.dccouncil.us/schemas/codified}",
    "{http://www.w3.org/2001/XInclude}",
)
BLOCKS = set(
    "document container section subsection para num prefix heading text aftertext include reason table caption thead "
    "tbody tfoot tr td th ul ol li toc annotations annotation subheading".split()
)
KINDS = ("insert", "organic", "replace", "repeal", "find-replace", "redesignate-para", "remove")
WRITING = {CODIFY + kind for kind in ("insert", "organic", "replace")}
SPACE = re.compile(r"[\s\u200b-\u200d\u2060]+")
CODE = "D.C. Code"


def local(element):
    return element.tag.rpartition("}")[2]


def silent(element):
    return "codif" in element.tag or local(element) in ("annotation", "annotations")


def even(words):
    return SPACE.sub(" ", words)


def number_of(element):
    number = element.find(LIBRARY + "num")
    return "" if number is None else even("".join(number.itertext())).strip()


def make(name, words=""):
    element = ElementTree.Element(LIBRARY + name)
    element.text = words
    return element


# Canonical text.


def canonical(section):
    lines = []

    def add(name, words):
        line = even("".join(words)).strip()
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
                if silent(child):
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


# Reading.


def parse(pack, name):
    return ElementTree.parse(os.path.join(pack, name)).getroot()


def beside(name, include):
    return os.path.normpath(os.path.join(os.path.dirname(name), include.get("href")))


class Code:
    """The code as one tree, with the sections by number and what holds each."""

    def __init__(self, pack, name, titles):
        self.pack, self.titles = pack, titles
        self.sections, self.holder = {}, {}
        self.root = parse(pack, name)
        self.include(self.root, name, None)

    def include(self, element, name, title):
        for place, child in enumerate(list(element)):
            of = title
            if child.tag == XI + "include":
                file = beside(name, child)
                if not file.endswith("index.xml") and title not in self.titles:
                    continue
                child = parse(self.pack, file)
                element[place] = child
                inner = file
            else:
                inner = name
            if local(child) == "section":
                self.hold(child, element)
            elif local(child) == "container":
                self.hold(child, element)
                self.include(child, inner, of or number_of(child))

    def hold(self, element, holder):
        self.holder[element] = holder
        if local(element) == "section":
            self.sections[number_of(element)] = element

    def find(self, segments):
        """The elements that a path leads through, outermost first; None where it leads nowhere."""
        if not segments:
            return [self.root]
        if segments[0].startswith("§"):
            section = self.sections.get(segments[0][1:])
            way, rest = [section], segments[1:]
            if section is None:
                return None
        else:
            way, rest = [self.root], segments
        for segment in rest:
            found = step(way[-1], segment)
            if found is None:
                return None
            way.append(found)
        return way


def step(element, segment):
    for child in element:
        kind = local(child)
        if segment in ("heading", "text", "num", "aftertext"):
            if kind == segment:
                return child
        elif kind in ("para", "container", "section", "subsection"):
            if number_of(child) == segment:
                return child
            number = child.find(LIBRARY + "num")
            if number is not None and number.get("undesignated") == "true":
                found = step(child, segment)
                if found is not None:
                    return found
    return None


class Law:
    def __init__(self, root):
        self.root = root
        self.name = root.get("id")
        meta = root.find(LIBRARY + "meta")
        effective = None if meta is None else meta.find(LIBRARY + "effective")
        self.effective = "" if effective is None else (effective.text or "").strip()
        self.parent = {child: element for element in root.iter() for child in element}

    def find(self, segments):
        way = [self.root]
        for segment in segments:
            if segment.startswith("§"):
                found = next((s for s in self.root.iter(LIBRARY + "section") if number_of(s) == segment[1:]), None)
            elif segment == "includes":
                found = way[-1].find(LIBRARY + "include")
            else:
                found = step(way[-1], segment)
            if found is None:
                break
            way.append(found)
        return way


def segments_of(path):
    return [re.sub(r"^§+\s*", "§", part.strip()) for part in path.split("|") if part.strip()]


def join(around, path):
    joined = list(around)
    for segment in segments_of(path):
        joined = [segment] if segment.startswith("§") else joined + [segment]
    return joined


def instructions(law):
    """Every instruction of a law with the document and path that it points to."""

    def around(element, document, path):
        other = element.get(CODIFY + "doc")
        if other is not None and other != document:
            document, path = other, []
        return document, join(path, element.get(CODIFY + "path") or "")

    def walk(element, document, path):
        document, path = around(element, document, path)
        for child in element:
            if child.tag.startswith(CODIFY) and local(child) in KINDS:
                if child.get("doc") is not None:
                    yield child, child.get("doc"), join([], child.get("path") or "")
                else:
                    own, start = around(child, document, path)
                    yield child, own, join(start, child.get("path") or "")
            yield from walk(child, document, path)

    yield from walk(law.root, law.name, [])


# Replaying.


class Replay:
    def __init__(self, pack):
        with open(os.path.join(pack, "manifest.json"), encoding="utf-8") as file:
            self.manifest = json.load(file)
        self.titles = set(self.manifest["titles"])
        index = parse(pack, "base/index.xml")
        self.code = Code(pack, beside("base/index.xml", index.find(XI + "include")), self.titles)
        files = [beside("base/index.xml", i) for c in index.findall(LIBRARY + "collection") for i in c.findall(XI + "include")]
        until = self.manifest["publication_date"]
        laws = [Law(parse(pack, file)) for file in files]
        self.laws = sorted((law for law in laws if law.effective <= until), key=lambda law: law.effective)
        self.named = {law.name: law for law in self.laws}
        self.codified, self.marks, self.made = {}, {}, {}
        self.carried_out = 0
        for law in self.laws:
            for mark in law.root.iter(CODIFY + "applicability"):
                self.mark(mark, law)
        todo = []
        for law in self.laws:
            for element, document, path in instructions(law):
                holder = law.parent[element]
                date = self.date_of(law, holder)
                twice = [c for c in holder if c.tag in WRITING and not len(c)] if element.tag in WRITING else ()
                own = element.get("num-value") is not None or (element.get("doc") or document) == CODE
                if (len(twice) > 1 and not len(element) and not own) or (date or law.effective) > until:
                    continue
                todo.append((date or law.effective, date is not None, law, element, holder, document, path))
                self.note(element, holder, document, path)
        for entry in sorted(todo, key=lambda entry: entry[0]):
            self.carried_out += self.carry_out(*entry[1:])

    def note(self, element, holder, document, path):
        """Remembers where in the code what an instruction writes will be: other laws cite it there."""
        segments = self.place(document, path)
        if element.tag not in WRITING or segments is None:
            return
        for source in list(element) or [holder]:
            number = element.get("num-value") or number_of(source)
            if local(source) == "section":
                self.codified[source] = ["§" + number] if local(element) != "replace" else segments
            elif local(element) == "replace":
                self.codified[source] = segments
            else:
                self.codified[source] = segments + [number]
                if element.get("prefix-value") or local(source) == "container":
                    prefix = element.get("prefix-value") or source.findtext(LIBRARY + "prefix")
                    self.made["|".join(segments + [number])] = prefix or "Container"

    def mark(self, mark, law):
        law = self.named.get(mark.get("doc") or law.name)
        if law is None:
            return
        segments = join([], mark.get("path") or "")
        way = law.find(segments)
        if len(way) == len(segments) + 1:
            date = mark.get("date") or ""
            self.marks[way[-1]] = date if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else None

    def date_of(self, law, element):
        """When a part of a law applies; None while it is not in force."""
        while element is not None:
            if element in self.marks:
                return self.marks[element]
            if element.get(CODIFY + "applicability") == "effective":
                break
            element = law.parent.get(element)
        return law.effective

    def place(self, document, segments):
        """The path in the code of an address, through the stubs of a law and what was put into the code; or None."""
        if document == CODE:
            return segments
        law = self.named.get(document)
        if law is None:
            return None
        way = law.find(segments)
        for index in range(len(way) - 1, -1, -1):
            stub = next((c for c in way[index] if c.tag in (CODIFIED + "stub", CODIFIED + "at") and c.get("doc") == CODE), None)
            start = segments_of(stub.get("path") or "") if stub is not None else self.codified.get(way[index])
            if start is not None:
                return start + [segment for segment in segments[index:] if segment != "includes"]
        return None

    def carry_out(self, in_force, law, element, holder, document, path):
        kind = local(element)
        segments = self.place(document, path)
        if segments is None and kind in ("insert", "organic") and element.get("num-value") and element.get("after"):
            segments = ["§" + element.get("after").lstrip("|§")]
        if segments is None or (not in_force and kind != "insert"):
            return False
        if segments and re.split(r"[-:]", segments[0].strip("§["))[0] not in self.titles:
            return False
        way = self.code.find(segments)
        if way is None:
            return False
        content = list(element) if len(element) else [holder]
        standing = self.standing(way[0] if segments[:1] and segments[0].startswith("§") else way[-1])
        about = (law.name if document in (law.name, CODE) else document, segments, standing)
        if kind in ("insert", "organic"):
            return all([self.insert(element, each, way, about, in_force, len(element) == 0) for each in content])
        if kind == "replace":
            return self.replace(element, content[0], way, about)
        if kind == "repeal":
            return self.repeal(way[-1])
        if kind == "find-replace":
            return self.find_replace(element, way[-1], about)
        if kind == "redesignate-para":
            return redesignate(way[-1], element.get("num-value"))
        self.holder_of(way).remove(way[-1])
        return True

    def holder_of(self, way):
        if len(way) == 1:
            return self.code.holder[way[0]]
        return next(element for element in way[-2].iter() if way[-1] in list(element))

    def written(self, element, about):
        """A copy of a law's element as it reads in the code."""
        new = ElementTree.Element(element.tag, element.attrib)
        new.text, new.tail = element.text, element.tail
        if element.get(CODIFY + "value") is not None:
            new.text = element.get(CODIFY + "value")
            return new
        if element.tag == LIBRARY + "code-cite":
            words = self.citation(element, about)
            if words is not None:
                new.text = words
                return new
        for child in element:
            if not silent(child):
                new.append(self.written(child, about))
            elif child.tail and child.tail.strip():
                if len(new):
                    new[-1].tail = (new[-1].tail or "") + child.tail
                else:
                    new.text = (new.text or "") + child.tail
        return new

    def citation(self, cite, about):
        segments = self.place(cite.get("doc") or about[0], join([], cite.get("path") or ""))
        if not segments:
            return None
        if not segments[0].startswith("§"):
            return self.container_words(segments, about[2])
        if segments == about[1][:1]:
            return "this section"
        return f"§ {segments[0][1:]}{''.join(segments[1:])}"

    def container_words(self, segments, standing):
        words = []
        for length in range(len(segments), 0, -1):
            way = self.code.find(segments[:length])
            prefix = None if way is None else way[-1].find(LIBRARY + "prefix")
            name = self.made.get("|".join(segments[:length])) if prefix is None else prefix.text
            if name is None:
                return None
            if standing[:length] == segments[:length]:
                return " of ".join(words + ["this " + name.lower()])
            small = name.lower() in ("subchapter", "part", "subpart", "article")
            words.append(f"{name.lower() if small else name} {segments[length - 1]}")
        return " of ".join(words)

    def standing(self, element):
        """The path of the containers around an element that is in the code."""
        path = []
        while element is not None:
            if local(element) == "container":
                path.insert(0, number_of(element))
            element = self.code.holder.get(element)
        return path

    def insert(self, element, source, way, about, in_force, renumbered):
        target = way[-1]
        number = (element.get("num-value") if renumbered else None) or number_of(source)
        num = source.find(LIBRARY + "num")
        if num is not None and num.get(CODIFY + "value"):
            number = num.get(CODIFY + "value")
        is_section = source.tag == LIBRARY + "section"
        if is_section:
            about = (about[0], ["§" + number], about[2])
        elif element.get("prefix-value") or source.tag == LIBRARY + "container":
            return self.insert_container(element, source, target, number, about)
        new = self.written(source, about)
        if new.find(LIBRARY + "num") is not None:
            new.find(LIBRARY + "num").text = number
        if not in_force:
            keep = [c for c in new if local(c) == "num" or (is_section and local(c) == "heading")]
            new[:] = keep + [make("text", "Not Funded.")]
        if is_section:
            while local(target) not in ("container", "document"):
                target = self.code.holder.get(target)
                if target is None:
                    return False
            if not in_force and number in self.code.sections:
                return False
        elif local(new) == "para" and step(target, number) is not None and not in_force:
            return False
        neighbour = element.get("after") or element.get("before")
        at = [i for i, child in enumerate(target) if child.tag == new.tag]
        position = at[-1] + 1 if at else len(target)
        if neighbour is not None:
            name = neighbour.strip("|").lstrip("§")
            place = next((i for i, c in enumerate(target) if number_of(c) == name or local(c) == name), None)
            if place is None and not is_section:
                return False
            if place is not None:
                position = place + 1 if element.get("after") else place
        if is_section or local(new) == "container":
            self.code.hold(new, target)
            for section in new.iter(LIBRARY + "section"):
                self.code.sections[number_of(section)] = section
                self.code.holder.setdefault(section, new)
        target.insert(position, new)
        return True

    def insert_container(self, element, source, target, number, about):
        """A new container without its sections, which have instructions of their own."""
        new = make("container")
        for name in ("prefix", "num", "heading"):
            words = element.get(name + "-value") or "".join(source.findtext(LIBRARY + name) or "")
            new.append(make(name, words))
        target.append(new)
        self.code.hold(new, target)
        return True

    def replace(self, element, source, way, about):
        old = way[-1]
        new = self.written(source, about)
        holder = self.holder_of(way)
        number, kept = new.find(LIBRARY + "num"), old.find(LIBRARY + "num")
        if local(old) == "section" and number is not None and kept is not None:
            value = element.get("num-value") or number.get(CODIFY + "value")
            number.text = value or "".join(kept.itertext())
        new.tail = old.tail
        holder[list(holder).index(old)] = new
        if local(new) in ("section", "container"):
            self.code.hold(new, holder)
        return True

    def repeal(self, target):
        if local(target) in ("container", "document"):
            return all([self.repeal(s) for s in list(target.iter(LIBRARY + "section"))])
        enacted = False
        holder = target
        while holder is not None:
            enacted = enacted or holder.get("enacted") == "true"
            holder = self.code.holder.get(holder)
        keep = [c for c in target if local(c) == "num" or (local(target) == "section" and local(c) == "heading")]
        words = "[Repealed]." if enacted else "Repealed."
        target[:] = keep + [make("reason", "Repealed"), make("text", words)]
        target.text = None
        return True

    def find_replace(self, element, target, about):
        find, new = element.find(LIBRARY + "find"), element.find(LIBRARY + "replace")
        if find is None or element.get("count") == "0":
            return True
        old = quoted(self.written(find, about))
        words = "" if new is None else quoted(self.written(new, about))
        pattern = re.compile(r"\s+".join(map(alike, old.split(" "))))
        leaves = [e for e in target.iter() if local(e) in ("text", "heading", "aftertext", "td", "th", "reason", "num")]
        position, seen, done = element.get("position"), 0, False
        leaves = [e for e in leaves if local(e) != "num"] or leaves
        texts = [(leaf, part, even(part_of(leaf, part))) for leaf in leaves for part in parts_of(leaf)]
        total = sum(len(pattern.findall(text)) for _, _, text in texts)
        wanted = {None: None, "first": 1, "last": total}.get(position, int(position) if (position or "").isdigit() else None)
        for leaf, part, text in texts:
            def put(match):
                nonlocal seen, done
                seen += 1
                if wanted is not None and seen != wanted:
                    return match.group()
                done = True
                return words

            changed = pattern.sub(put, text)
            if changed != text:
                put_part(leaf, part, changed)
        return done


def alike(word):
    return re.sub("[\"“”]", '["“”]', re.sub("['‘’]", "['‘’]", re.escape(word)))


def quoted(element):
    words = "".join(element.itertext())
    return even(re.sub(r"^\s*\n\s*|\s*\n\s*$", "", words))


def parts_of(leaf):
    """A leaf without blocks in it is one text; of another, what comes before the first block and after each."""
    return [None] if all(local(child) not in BLOCKS for child in leaf) else range(len(leaf) + 1)


def part_of(leaf, part):
    if part is None:
        return "".join(leaf.itertext())
    return (leaf.text if part == 0 else leaf[part - 1].tail) or ""


def put_part(leaf, part, words):
    if part is None:
        leaf[:] = []
        leaf.text = words
    elif part == 0:
        leaf.text = words
    else:
        leaf[part - 1].tail = words


def redesignate(target, number):
    keep = ("num", "heading") if local(target) == "section" else ("num",)
    inner = [child for child in target if local(child) not in keep]
    para = make("para")
    para[:] = [make("num", number)] + inner
    target[:] = [child for child in target if local(child) in keep] + [para]
    return True


started = time.perf_counter()
worked = time.process_time()
pack = sys.argv[1]
replay = Replay(pack)
amended = set(replay.manifest["amended_sections"]) - {each["section"] for each in replay.manifest["excluded"]}
sections = {number_of(section): section for section in replay.code.root.iter(LIBRARY + "section")}
counts = {True: [0, 0], False: [0, 0]}
for folder, _, names in os.walk(os.path.join(pack, "expected")):
    for name in names:
        root = parse(folder, name)
        if local(root) != "section":
            continue
        number = number_of(root)
        ours = sections.get(number)
        count = counts[number in amended]
        count[0] += 1
        count[1] += ours is not None and canonical(ours) == canonical(root)
print(
    json.dumps(
        {
            "took": (time.perf_counter() - started) * 1000,
            "processor": (time.process_time() - worked) * 1000,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "sections": counts[True][0] + counts[False][0],
            "amended": counts[True][0],
            "exact": counts[True][1],
            "unamended": counts[False][1],
            "instructions": replay.carried_out,
        }
    )
)
