import { useId, useMemo, useRef, useState, type ComponentType } from 'react';
import type { Engine } from '#contract/engine.ts';
import type { Unit } from '#contract/say.ts';
import type { AnyWidget, Services } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { Control } from '#kit/controls/Control.tsx';
import { Challenges } from './Challenges.tsx';
import type { Panel, PanelProps } from './Panels.tsx';
import { Picture } from './Picture.tsx';
import type { PinsProps } from './Pins.tsx';
import { Presets } from './Presets.tsx';
import { Description } from './Say.tsx';
import type { ShareTargets } from './Share.tsx';
import { WhoReads } from './WhoReads.tsx';
import { Stopped } from './Stopped.tsx';
import { Working } from './Working.tsx';
import { FixedContext, HiddenContext } from '#kit/state/fixed.ts';
import { FoldsContext, useTurned } from '#kit/state/folds.ts';
import { useSay, useWidget } from '#kit/state/storeHooks.ts';
import { askedSince, caseFor, type WidgetStore } from '#kit/state/store.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the host draws every widget
type AnyView = ComponentType<any>;

export interface WidgetHostProps {
  readonly store: WidgetStore;
  /** The picture, what unfolds below what is said of it, and the control of its table. */
  readonly View: AnyView & { readonly More?: AnyView; readonly Table?: AnyView };
  /** The unit of the page that it stands on, until the reader chooses. */
  readonly unit: Unit;
  readonly share: ShareTargets;
  /** What the page lends to widgets that run; absent on the server. Their views receive it. */
  readonly services?: Services;
  /** The reader wants texts to be read with another network. */
  onEngine?(engine: Engine): void;
  /** The buttons for pins, given where the figure has places for them. */
  readonly Pins?: ComponentType<PinsProps>;
  /** `figure`: the picture and its description only. */
  readonly ui?: 'full' | 'figure';
  /** Parameters that are not shown. */
  readonly hidden?: readonly string[];
  /** 1 on an embed page, where the widget is the whole document. */
  readonly headingLevel?: 1 | 3;
}

/** With scripts a picture of quantities is a place from which the keyboard lights them, one by one. */
function becomeStop(frame: HTMLElement | null) {
  if (frame?.querySelector('[data-q]')) frame.tabIndex = 0;
}

type Values = Readonly<Record<string, unknown>>;

const lastingKeys = ({ params }: AnyWidget) => Object.keys(params).filter((key) => !params[key].transient);

/** Whether a change of the defaults gives the values that are shown, in some of the parameters. */
const sameValues = (spec: AnyWidget, change: Values, values: Values, keys: readonly string[]) => {
  const wanted: Values = { ...defaultValues(spec.params), ...change };
  return keys.every((key) => spec.params[key].format(wanted[key]) === spec.params[key].format(values[key]));
};

/** What tells one case from another: all that lasts, and the text. */
const tellingKeys = ({ params }: AnyWidget) =>
  Object.keys(params).filter((key) => !params[key].transient || params[key].kind === 'text');

/** Parameters that are not at their default. */
const movedKeys = ({ params }: AnyWidget, values: Values) =>
  Object.keys(params).filter((key) => params[key].format(values[key]) !== params[key].format(params[key].default));

/** The frame of every widget: title, picture, controls, presets, description, toolbar. The picture itself is the view's. */
export function WidgetHost(props: WidgetHostProps) {
  const { store, View, unit, share, services, onEngine, Pins, ui = 'full', hidden = [], headingLevel = 3 } = props;
  const { spec, locked } = store;
  const state = useWidget(store);
  const say = useSay(unit);
  const figure = useRef<HTMLElement>(null);
  const id = useId();
  const [panel, setPanel] = useState<Panel>();
  /** What draws a panel, once it was asked for; false if it could not be had. */
  const [drawn, setDrawn] = useState<{ readonly Panels: ComponentType<PanelProps> } | false>();
  const { values, asked, model, problems, past } = state;
  const isBehind = askedSince(state).length > 0;
  const Heading = headingLevel === 1 ? 'h1' : 'h3';
  const shown =
    ui === 'full'
      ? Object.keys(spec.params).filter(
          (key) => spec.params[key].control !== 'view' && !spec.params[key].transient && !hidden.includes(key),
        )
      : [];
  const preset = spec.presets.find((candidate) =>
    sameValues(spec, caseFor(candidate, values), values, tellingKeys(spec)),
  );
  const [reader, setReader] = useState<Engine>();
  const { turned, round, turn, anew } = useTurned();
  /** Parameters that the challenge in play is about. */
  const [inPlay, setInPlay] = useState<readonly string[]>([]);
  const folds = { turned, round, turn, asked: new Set([...movedKeys(spec, values), ...inPlay]) };
  /** What nothing in the picture may change. */
  const fixed = useMemo(
    () => new Set(ui === 'figure' ? lastingKeys(spec) : [...locked, ...hidden]),
    [ui, spec, locked, hidden],
  );
  const set = (change: Values) =>
    store.change(Object.fromEntries(Object.entries(change).filter(([key]) => !fixed.has(key))));
  const choose = (one: AnyWidget['presets'][number]) => {
    anew();
    store.choose(one);
  };
  const reset = () => {
    anew();
    store.reset();
  };
  const view = {
    values: asked,
    ...(isBehind && { now: values }),
    model,
    say,
    set,
    ...services,
    ...(reader && { engine: reader }),
  };
  /** Whether a case or a challenge agrees with what is locked. */
  const fits = (change: Values) => sameValues(spec, change, values, locked);
  const presets = spec.presets.filter((candidate) => fits(candidate.values));

  const tool = (name: Panel, label: string) => (
    <button
      type="button"
      aria-expanded={panel === name}
      aria-controls={`${id}-panel`}
      onClick={() => {
        setPanel(panel === name ? undefined : name);
        if (!drawn) void import('./Panels.tsx').then(setDrawn, () => setDrawn(false));
      }}
    >
      {label}
    </button>
  );

  const drawing = (Drawn: typeof View) => (
    <FixedContext value={fixed}>
      <HiddenContext value={hidden}>
        <Picture View={Drawn} view={view} />
      </HiddenContext>
    </FixedContext>
  );
  return (
    <FoldsContext value={folds}>
      <figure
        className="widget"
        ref={figure}
        tabIndex={-1}
        aria-labelledby={`${id}-title`}
        data-widget={spec.id}
        onPointerDownCapture={store.beginGesture}
      >
        <figcaption>
          <Heading id={`${id}-title`}>{spec.title}</Heading>
          <p>{spec.summary}</p>
        </figcaption>
        {problems.length > 0 && (
          <div className="problems" role="alert">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
            <button
              type="button"
              onClick={() => {
                // The button goes away: the keyboard stays at the figure.
                figure.current?.focus();
                store.dismiss();
              }}
            >
              All right
            </button>
          </div>
        )}
        <div className={shown.length > 0 ? 'stage' : 'stage alone'}>
          <div
            className="picture-frame"
            role="group"
            aria-describedby={`${id}-say`}
            aria-labelledby={`${id}-title`}
            aria-busy={state.working !== undefined || undefined}
            data-behind={isBehind || undefined}
            ref={becomeStop}
          >
            {drawing(View)}
          </div>
          {shown.length > 0 && (
            <div className="controls">
              {shown.map((key) => (
                <Control
                  key={key}
                  parameter={spec.params[key]}
                  value={values[key]}
                  disabled={locked.includes(key)}
                  Table={View.Table}
                  onChange={(value) => store.change({ [key]: value })}
                />
              ))}
            </div>
          )}
        </div>
        {spec.reads && services && (
          <WhoReads
            services={services}
            onEngine={(engine) => {
              setReader(engine);
              onEngine?.(engine);
            }}
          />
        )}
        {ui === 'full' && <Presets {...{ presets }} current={preset} show={choose} />}
        {spec.work && <Working store={store} working={state.working} />}
        <Description
          id={`${id}-say`}
          text={spec.describe(model, state.asked, say)}
          isWorking={state.working !== undefined}
          over={state.stopped && <Stopped {...{ store, state }} />}
        />
        {ui === 'full' && say.unit === 'nats' && spec.wordsInBits && (
          <p className="hint">The words of cases and challenges stay in bits: a nat is 1.443 bits.</p>
        )}
        {View.More && drawing(View.More)}
        {ui === 'full' && (
          <>
            <Challenges
              {...{ store, state, fits }}
              onBegin={({ start, solution }) => setInPlay(Object.keys({ ...start, ...solution }))}
            />
            <div className="toolbar" role="toolbar" aria-label={`Tools of ${spec.title}`}>
              <button type="button" onClick={reset}>
                Reset
              </button>
              <button type="button" onClick={store.undo} aria-disabled={past.length === 0}>
                Undo
              </button>
              {tool('data', 'Data')}
              {tool('share', 'Link and embed')}
              {tool('export', 'Export')}
              {Pins && <Pins {...{ store, fixed }} />}
              <button
                type="button"
                className="full-screen"
                onClick={() => void figure.current?.requestFullscreen?.().catch(() => {})}
              >
                Full screen
              </button>
            </div>
            <div className="panel" id={`${id}-panel`} hidden={!panel}>
              {panel && drawn && (
                <drawn.Panels
                  key={panel}
                  {...{ panel, store, say, share, figure }}
                  state={{ ...state, values: asked }}
                />
              )}
              {panel && drawn === false && (
                <p role="alert">This could not be loaded. Close it and open it again when there is a connection.</p>
              )}
            </div>
          </>
        )}
      </figure>
    </FoldsContext>
  );
}
