import { finding, type Detector } from './examined.ts';

/** Milestones whose forecast is their target: nothing shows that anybody looked. */
export const forecastCopiesTarget: Detector = ({ contents }) =>
  contents.milestones.flatMap((milestone) =>
    milestone.target !== null &&
    milestone.forecast !== null &&
    milestone.target.value.earliest !== null &&
    milestone.target.value.earliest === milestone.forecast.value.earliest &&
    milestone.target.value.latest === milestone.forecast.value.latest
      ? [
          finding(
            'forecast-copies-target',
            milestone.key,
            milestone.forecast.span,
            `The forecast of “${milestone.title.value}” only repeats its target, ${milestone.target.raw}.`,
            { words: 'Show it as unexamined until its owner confirms the forecast.' },
          ),
        ]
      : [],
  );
