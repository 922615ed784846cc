/**
 * How a printed paper is set: one fixed Typst template. The paper comes in as JSON data and never as markup, so that no
 * words of a record can become a command.
 *
 * A4 landscape: the agenda has seven columns, the action log six, the change form four pairs; across 261 mm each fits
 * without breaking a date, and a pack is read on a screen in the meeting as often as on paper. Running text keeps to a
 * measure of about 100 characters.
 */
export const PAPER_TEMPLATE = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let ink = rgb("#1c2430")
#let quiet = rgb("#566070")
#let hairline = rgb("#c9ced6")
#let tint = rgb("#f3f5f8")
#let accent = rgb("#1f3f77")

#set document(title: paper.title, date: none)
#set text(font: paper.fonts, size: 10pt, lang: "en", region: "GB", fill: ink, hyphenate: false, number-width: "tabular", number-type: "lining")
#set par(leading: 0.58em, spacing: 0.75em)
#set page(
  paper: "a4",
  flipped: true,
  margin: (x: 18mm, top: 20mm, bottom: 19mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: quiet)
    grid(columns: (1fr, auto), paper.header, [])
    v(-3.5pt)
    line(length: 100%, stroke: 0.4pt + hairline)
  },
  footer: context {
    set text(size: 8pt, fill: quiet)
    grid(columns: (1fr, auto), if counter(page).get().first() > 1 { paper.footer }, [#counter(page).get().first() of #counter(page).final().first()])
  },
)
#set list(indent: 2mm, body-indent: 2.4mm, spacing: 0.6em, marker: text(fill: quiet, "•"))
#set enum(indent: 2mm, body-indent: 2.4mm, spacing: 0.6em)
#set table(stroke: none, inset: (x: 2mm, y: 1.5mm))
#show link: set text(fill: accent)
#show heading: set block(sticky: true)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(above: 9mm, below: 3.5mm, sticky: true, width: 100%, text(size: 17pt, weight: "semibold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 5.5mm, below: 2.6mm, sticky: true, text(size: 12.5pt, weight: "semibold", it.body))
#show heading.where(level: 3): it => block(above: 4.5mm, below: 2.2mm, sticky: true, text(size: 10.5pt, weight: "semibold", it.body))

#let words(run) = {
  // Very long words come as pieces: a gap too small to see gives leave to break the line between two of them. A
  // zero-width space would do as well, but stays in the words of whoever copies them.
  let pieces = run.text.map(text).join(h(0.01pt))
  let said = if run.at("strong", default: false) { strong(pieces) } else { pieces }
  if "to" in run { link(label(run.to), said) } else { said }
}
#let line-of(runs) = runs.map(words).join()
#let page-of(anchor) = context link(label(anchor), str(counter(page).at(label(anchor)).first()))
#let cell-of(cell) = if cell.kind == "page" { page-of(cell.anchor) } else {
  set par(spacing: 0.55em)
  cell.paragraphs.map(line-of).join(parbreak())
}
#let narrow(body, sticky: false) = block(width: 100%, inset: (right: 55mm), above: 0.75em, below: 0.75em, sticky: sticky, body)

#let heading-of(block) = [#if block.at("startsPage", default: false) { pagebreak(weak: true) } #heading(level: block.level, block.text.map(text).join(h(0.01pt))) #if "anchor" in block { label(block.anchor) }]
#let paragraph-of(block) = narrow(sticky: block.sticky, if block.style == "aside" { text(size: 9pt, fill: quiet, par(line-of(block.runs))) } else { par(line-of(block.runs)) })
#let list-of(block) = narrow(if block.ordered { enum(..block.items.map(line-of)) } else { list(..block.items.map(line-of)) })

#let table-of(block) = {
  set text(size: 8.8pt)
  set par(leading: 0.5em)
  std.block(above: 3.5mm, below: 4mm, width: 100%, table(
    columns: block.columns.map(column => column.width * 1fr),
    table.header(
      repeat: true,
      ..block.columns.map(column => table.cell(stroke: (bottom: 0.8pt + ink), text(weight: "semibold", column.heading))),
    ),
    ..block.rows.map(row => row.cells.map(cell => table.cell(breakable: row.breaks, stroke: (bottom: 0.4pt + hairline), cell-of(cell)))).flatten(),
  ))
}

#let form-of(form) = {
  set text(size: 8.8pt)
  set par(leading: 0.5em)
  let width = form.columns
  block(breakable: form.breaks, above: 3mm, below: 4mm, width: 100%, table(
    columns: if width == 2 { (34mm, 1fr) } else { (34mm, 1fr) + range(int(width / 2) - 1).map(at => (auto, 1fr)).flatten() },
    ..form.rows.enumerate().map(((at, pairs)) => {
      let top = if at == 0 { 0.8pt + ink } else { 0pt + hairline }
      pairs.enumerate().map(((place, pair)) => {
        let rest = if place == pairs.len() - 1 { width - 2 * pairs.len() + 1 } else { 1 }
        (
          table.cell(fill: tint, stroke: (top: top, bottom: 0.4pt + hairline), text(fill: quiet, pair.label)),
          table.cell(colspan: rest, breakable: form.breaks, stroke: (top: top, bottom: 0.4pt + hairline), cell-of(pair.value)),
        )
      }).flatten()
    }).flatten(),
    ..form.notes.map(note => table.cell(colspan: width, stroke: (bottom: 0.4pt + hairline), text(fill: quiet, note))),
  ))
}

#let set-block(block) = if block.kind == "heading" { heading-of(block) } else if block.kind == "paragraph" { paragraph-of(block) } else if block.kind == "list" { list-of(block) } else if block.kind == "table" { table-of(block) } else { form-of(block) }

#show title: set text(size: 30pt, weight: "semibold", fill: accent, hyphenate: false)
#block(height: 100%, width: 100%, {
  v(38mm)
  title(paper.cover.title)
  v(5mm)
  for said in paper.cover.lines { block(above: 3mm, below: 0mm, text(size: 14pt, par(said))) }
  v(1fr)
  block(width: 150mm, text(size: 9pt, fill: quiet, par(paper.cover.remark)))
})
#pagebreak()
#for block in paper.blocks { set-block(block) }
`;
