import { useState, type ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { useRecordEditor } from '../api/queries.ts';
import { useMoment } from '../app/moment.ts';
import type { Vocabulary } from '../codes/answers.ts';
import { labelOf, optionsOf } from '../codes/vocabulary.ts';
import { note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { ChangedMark } from '../parts/ChangedMark.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import type { Change } from './answers.ts';
import { capital } from '../parts/words.ts';
import styles from './StageStepper.module.css';

interface StageStepperProps {
  readonly change: Change;
  readonly vocabulary: Vocabulary;
}

/** Where the change stands: the shared axis, the body's own word, what lies over it, and the steps its code allows next. */
export function StageStepper({ change, vocabulary }: StageStepperProps): ReactNode {
  const { inPast } = useMoment();
  const { save, saveField } = useRecordEditor(`/api/modifications/${change.id}`, change.version);
  const [problem, setProblem] = useState<Problem | null>(null);
  const at = vocabulary.stages.findIndex((stage) => stage.value === change.stage);
  const current = vocabulary.stages[at];
  const overlay = vocabulary.overlays.find((one) => one.value === change.overlay);
  const marked = change.changes.filter(
    ({ field }) => field === 'stage_raw' || field === 'stage' || field === 'overlay',
  );
  const { edit } = change.may;
  const move = async (name: string): Promise<void> => {
    const done = await save({ stageRaw: name });
    setProblem(done.kind === 'failed' ? done.failure : null);
    if (done.kind === 'ok') note(`${change.reference} is at “${name}” now.`);
  };
  return (
    <section className={styles.stage} aria-label="Stage">
      <ol className={styles.axis} aria-label="Shared stages">
        {vocabulary.stages.map((stage, index) => (
          <li
            key={stage.value}
            className={styles.step}
            data-state={at < 0 ? 'unknown' : index < at ? 'done' : index === at ? 'current' : 'ahead'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={styles.name}>{stage.label}</span>
          </li>
        ))}
      </ol>
      <div className={styles.words}>
        <span className={styles.label}>{change.body} says</span>
        <span>
          <EditableField
            label={`Stage in ${change.body}’s words`}
            kind="text"
            value={change.stageRaw}
            mayEdit={edit}
            save={saveField('stageRaw')}
          >
            {change.stageRaw === '' ? '' : <strong className={styles.raw}>“{change.stageRaw}”</strong>}
          </EditableField>
          {marked.length > 0 && <ChangedMark changes={marked} label="Stage" />}
        </span>
        <span className={styles.label}>Shared stage</span>
        <EditableField
          label="Shared stage"
          kind="select"
          value={change.stage ?? ''}
          options={optionsOf(vocabulary.stages, 'none')}
          mayEdit={edit}
          save={(stage, manner) =>
            save({ mapped: { stage: stage === '' ? null : stage, overlay: change.overlay } }, manner)
          }
        >
          {capital(labelOf(vocabulary.stages, change.stage)) || 'None'}
        </EditableField>
        <span className={styles.label}>State</span>
        <EditableField
          label="State"
          kind="select"
          value={change.overlay ?? ''}
          options={optionsOf(vocabulary.overlays, 'running')}
          mayEdit={edit}
          save={(state, manner) =>
            save({ mapped: { stage: change.stage, overlay: state === '' ? null : state } }, manner)
          }
        >
          {overlay === undefined ? 'Running' : <span className={styles.overlay}>{overlay.label}</span>}
        </EditableField>
      </div>
      <p className={styles.meaning}>
        {current === undefined
          ? change.stageRaw === ''
            ? 'No stage is on record.'
            : overlay === undefined
              ? `${change.body}’s profile does not say where “${change.stageRaw}” stands on the shared axis. Choose its shared stage here, or add the word to the profile under Codes.`
              : ''
          : `${current.meaning} ${current.expect}`}{' '}
        {overlay === undefined ? '' : `${overlay.meaning} ${overlay.expect}`}
      </p>
      {edit && !inPast && change.next.stages.length > 0 ? (
        <div className={`${styles.next ?? ''} screen-only`} role="group" aria-label="Steps its code allows next">
          <span className={styles.label}>Next step</span>
          {change.next.stages.map((step) => (
            <Button key={step.name} onClick={() => void move(step.name)}>
              {step.name}
            </Button>
          ))}
        </div>
      ) : null}
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </section>
  );
}
