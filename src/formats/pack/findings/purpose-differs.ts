import { finding, type Detector } from './examined.ts';

/** Agenda items whose section states another purpose than the agenda's table. */
export const purposeDiffers: Detector = ({ contents }) =>
  contents.agendaItems.flatMap((item) => {
    const said = item.section?.purpose ?? null;
    return item.purpose !== null && said !== null && item.purpose.value !== said.value
      ? [
          finding(
            'purpose-differs',
            item.key,
            said.span,
            `“${item.title.value}” is for ${item.purpose.value} in the agenda, but for ${said.value} in its section.`,
            { words: `Take ${said.value}, as the section says.`, path: 'purpose', value: said.value },
          ),
        ]
      : [];
  });
