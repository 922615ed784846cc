import type { DocumentWriter, Words } from '../document/writer.ts';
import type { OfficePackage, Relationship } from '../office/package.ts';
import { attribute, childAt, childrenOf, walk } from '../xml/element.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { paragraphsOf, wordsOf, writeBody } from './words.ts';

/** A table's rows; a cell that a merge covers is empty, so that the columns keep their places. */
function rowsOf(table: XmlElement, relationships: readonly Relationship[]): readonly (readonly (readonly Words[])[])[] {
  return childrenOf(table, 'tr').map((row) =>
    childrenOf(row, 'tc').map((cell) => {
      const covered = [attribute(cell, 'hMerge'), attribute(cell, 'vMerge')].some(
        (value) => value === '1' || value === 'true',
      );
      return covered ? [] : paragraphsOf(childAt(cell, 'txBody')).map((paragraph) => wordsOf(paragraph, relationships));
    }),
  );
}

const valuesOf = (holder: XmlElement | undefined): readonly string[] =>
  holder === undefined
    ? []
    : [...walk(holder)]
        .filter((element) => element.name === 'v')
        .map((element) => element.children.filter((node) => typeof node === 'string').join(''));

/** A chart as its title and the table behind it: a row a category, a column a series. */
function writeChart(writer: DocumentWriter, chart: XmlElement, relationships: readonly Relationship[]): void {
  const title = childAt(chart, 'chart', 'title', 'tx', 'rich');
  if (title !== undefined) writeBody(writer, title, [], relationships);
  const series = [...walk(chart)].filter((element) => element.name === 'ser');
  const categories = valuesOf(childAt(series[0], 'cat') ?? childAt(series[0], 'xVal'));
  const columns = series.map((one) => ({
    name: valuesOf(childAt(one, 'tx')).join(' '),
    values: valuesOf(childAt(one, 'val') ?? childAt(one, 'yVal')),
  }));
  const cell = (text: string): readonly Words[] => [[{ text }]];
  writer.table([
    [cell(''), ...columns.map((column) => cell(column.name))],
    ...categories.map((category, index) => [
      cell(category),
      ...columns.map((column) => cell(column.values[index] ?? '')),
    ]),
  ]);
}

/** The words of a SmartArt drawing, point by point. */
function writeDiagram(writer: DocumentWriter, data: XmlElement, relationships: readonly Relationship[]): void {
  for (const element of walk(data)) {
    if (element.name !== 'pt') continue;
    writeBody(writer, childAt(element, 't'), [], relationships);
  }
}

/** Writes a table, chart or SmartArt; notes any other thing that was put on the slide. */
export function writeGraphic(
  writer: DocumentWriter,
  office: OfficePackage,
  frame: XmlElement,
  relationships: readonly Relationship[],
  slide: number,
): void {
  const data = childAt(frame, 'graphic', 'graphicData');
  const table = childAt(data, 'tbl');
  if (table !== undefined) {
    writer.table(rowsOf(table, relationships));
    return;
  }
  const target = (id: string | undefined): XmlElement | undefined => {
    const found = relationships.find((relationship) => relationship.id === id);
    return found === undefined || found.external ? undefined : office.part(found.target);
  };
  const chart = target(attribute(childAt(data, 'chart'), 'r:id'));
  const diagram = target(attribute(childAt(data, 'relIds'), 'r:dm'));
  if (chart !== undefined) writeChart(writer, chart, relationships);
  else if (diagram !== undefined) writeDiagram(writer, diagram, relationships);
  else
    writer.note({
      kind: 'picture',
      page: slide,
      message: `Slide ${String(slide)} holds an object from another program, whose words cannot be read here.`,
    });
}
