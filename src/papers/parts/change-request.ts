/** Change requests to the programme. */
import type { PrintedBlock } from '../../formats/printed/model.ts';
import { printCivilDate } from '../../values/partial-date.ts';
import type { PaperChangeRequest } from '../model.ts';
import { numbers, paragraphs } from './blocks.ts';

const pounds = (amount: number): string => `£${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}`;

/**
 * A change request: one paragraph with a sentence for each fact, the list of its impacts, its benefit. The sentences stand
 * in one paragraph because readers know a paragraph by any of them.
 */
export function changeRequestBlocks(request: PaperChangeRequest): PrintedBlock[] {
  const { reference, raisedBy, assessmentStart: opened, assessmentEnd: closed } = request;
  const asks = request.request === null ? '' : ` to ${request.request}`;
  const window = [
    ...(opened === null ? [] : [`opened on ${printCivilDate(opened)}`]),
    ...(closed === null ? [] : [`closed on ${printCivilDate(closed)}`]),
  ];
  const before = request.affectedMilestone === null ? '' : ` before ${request.affectedMilestone}`;
  const estimates = [
    ...(request.cost === null ? [] : [`to cost ${pounds(request.cost)}`]),
    ...(request.schedule === null
      ? []
      : [`to add ${String(request.schedule.from)}-${String(request.schedule.to)} weeks${before}`]),
  ];
  const sentences = [
    ...(raisedBy === null ? [] : [`${raisedBy} raised ${reference}${asks}.`]),
    ...(request.title === null ? [] : [`It is ${reference} (${request.title}).`]),
    ...(raisedBy === null && request.request !== null ? [`The programme is asked to ${request.request}.`] : []),
    ...(window.length === 0 ? [] : [`Its impact assessment ${window.join(' and ')}.`]),
    ...(estimates.length === 0 ? [] : [`It is estimated ${estimates.join(' and ')}.`]),
    ...(request.decisionGroup === null
      ? []
      : [`The views of this meeting are for the senior responsible owner to take to ${request.decisionGroup}.`]),
    ...(request.impacts.length === 0 ? [] : ['Its impacts:']),
  ];
  const benefit =
    request.benefit === null
      ? []
      : [/\bbenefits?\b/i.test(request.benefit) ? request.benefit : `Benefit: ${request.benefit}`];
  return [
    ...paragraphs(sentences.join(' ')),
    ...numbers(request.impacts),
    ...benefit.flatMap((text) => paragraphs(text)),
  ];
}
