import { useState, useSyncExternalStore, useId } from 'react';
import { SeedControl } from '#kit/controls/SmallControls.tsx';
import { NumberControl } from '#kit/controls/NumberControl.tsx';
import { drawChain } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { lawsAfter, STYLE_NAMES, STYLE_WORDS, STYLES } from '#sim/styles.ts';
import { Beliefs } from './Beliefs.tsx';
import { Continuations } from './Continuations.tsx';
import { Next } from './Next.tsx';
import { mostWords, params, strangersIn, symbolsOf, textOf } from './parameters.ts';
import type { StylesProps } from './props.ts';

const never = () => () => {};
const some = 6;

/** The prompt, what is believed after each of its words, what is expected next, and what the network writes. */
export function View(props: StylesProps) {
  const { values, model, width, set } = props;
  return (
    <div className="two-styles" style={{ maxWidth: width }}>
      <Prompt prompt={values.prompt} seed={values.seed} onPrompt={(prompt) => set({ prompt })} />
      <div aria-busy={!model.network || model.prompt !== values.prompt}>
        <Key expecting={values.rate > 0} />
        <Beliefs {...props} />
        <div className="two-styles-rate">
          <NumberControl parameter={params.rate} value={values.rate} onChange={(rate) => set({ rate })} />
        </div>
        <Next {...props} width={width} />
      </div>
      {/* Above what it changes the length of, so that it stays where it is while it is moved. */}
      <div className="two-styles-how">
        <NumberControl parameter={params.length} value={values.length} onChange={(length) => set({ length })} />
        <SeedControl parameter={params.seed} value={values.seed} onChange={(seed) => set({ seed })} />
      </div>
      <Continuations {...props} />
    </div>
  );
}

function Key({ expecting }: { readonly expecting: boolean }) {
  return (
    <ul className="two-styles-key" aria-label="Who predicts">
      <li>
        <svg width={30} height={12} viewBox="0 0 30 12" aria-hidden="true">
          <path className="stroke-exact two-styles-exact" d="M0,6H30" />
        </svg>
        Bayes’ rule
      </li>
      <li>
        <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
          <circle className="solid-model" cx={6} cy={6} r={4.5} />
        </svg>
        what the network’s prediction amounts to
      </li>
      {expecting && (
        <li>
          <svg width={30} height={12} viewBox="0 0 30 12" aria-hidden="true">
            <path className="stroke-z two-styles-expecting" d="M0,6H30" />
          </svg>
          one who expects changes
        </li>
      )}
    </ul>
  );
}

interface PromptProps {
  readonly prompt: string;
  readonly seed: number;
  onPrompt(prompt: string): void;
}

function Prompt({ prompt, seed, onPrompt }: PromptProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  // Nothing can be typed before the page is alive, so that nothing typed is lost.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const parse = (text: string) => params.prompt.parse(text).value;
  // What is typed stays as typed as long as it stands for the prompt.
  const shown = typed !== '' && parse(typed) === prompt ? typed : prompt;
  const strangers = strangersIn(shown);
  const words = symbolsOf(prompt);
  const typedWords = symbolsOf(shown).length;
  const write = (text: string) => {
    setTyped(text);
    onPrompt(parse(text));
  };
  const goOn = (style: number) => {
    const more = drawChain(STYLES.chains[style], lawsAfter(words)[style], some, uniforms(seed, style, words.length));
    write(textOf([...words, ...more].slice(0, mostWords)));
  };
  return (
    <div>
      <label htmlFor={id}>{params.prompt.label}</label>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        maxLength={params.prompt.maximumLength}
        readOnly={!alive}
        value={shown}
        aria-describedby={`${id}-words`}
        onChange={(event) => write(event.target.value)}
      />
      <div className="two-styles-hand" role="group" aria-label="Words for the prompt">
        {STYLE_NAMES.map((name, style) => (
          <button type="button" key={name} aria-disabled={words.length >= mostWords} onClick={() => goOn(style)}>
            {some} words of {name}
          </button>
        ))}
        <button type="button" aria-disabled={words.length === 0} onClick={() => write(textOf(words.slice(0, -1)))}>
          Take one back
        </button>
        <button type="button" aria-disabled={words.length === 0} onClick={() => write('')}>
          Empty
        </button>
      </div>
      <p className="hint" id={`${id}-words`}>
        {strangers.length > 0
          ? `“${strangers[0].slice(0, 20)}” is a word of neither style, and is left out. `
          : typedWords > mostWords
            ? `Only the first ${mostWords} of ${typedWords} words are used. `
            : `${words.length} of at most ${mostWords} words. `}
        Both styles know these words: {STYLE_WORDS.join(' ')}.
      </p>
    </div>
  );
}
