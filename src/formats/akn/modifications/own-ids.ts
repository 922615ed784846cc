import type { Operation } from '../../../legaltext/operation.ts';
import { provisionsUnder, TEXT_PARTS, type Provision } from '../../../legaltext/provision.ts';
import type { Attributes, Text } from '../../../legaltext/text.ts';

/** Ids that nothing in the new matter has. */
export class OwnIds {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      if (operation.kind === 'insert' || operation.kind === 'replace')
        for (const provision of operation.provisions) this.note(provision);
      if (operation.kind === 'substitute') this.noteText(operation.replacement);
      if (operation.kind === 'set-heading') this.noteText(operation.heading);
      if (operation.kind === 'repeal' && operation.stub !== null) this.noteText(operation.stub.text);
    }
  }

  /** Keeps away from what is moved as well. */
  note(provision: Provision): void {
    for (const each of provisionsUnder(provision)) {
      this.taken.add(each.id);
      this.noteAttributes(each.attributes);
      for (const part of TEXT_PARTS) this.noteText(each[part]);
    }
  }

  private noteText(text: Text): void {
    for (const mark of text.marks) this.noteAttributes(mark.attributes);
  }

  private noteAttributes(attributes: Attributes): void {
    const { eId } = attributes;
    if (eId !== undefined) this.taken.add(eId);
  }

  next(stem: string): string {
    let count = this.counts.get(stem) ?? 0;
    do count += 1;
    while (this.taken.has(`${stem}_${count}`));
    this.counts.set(stem, count);
    this.taken.add(`${stem}_${count}`);
    return `${stem}_${count}`;
  }
}
