import type { ReactNode } from 'react';
import type { Workshop } from '#site/workshop.ts';
import { Contents, StartHere } from './Contents.tsx';

/** The widget that the home page begins with. */
export const firstWidget = 'first-sentence';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

function OfflineCopy({ offlineCopy, version }: Pick<Workshop, 'offlineCopy' | 'version'>) {
  if (!offlineCopy) return null;
  return (
    <p className="offline-copy">
      <a className="button" href={`./${offlineCopy.file}`} download="">
        Download the book
      </a>{' '}
      <span className="hint">
        Version {version}, {megabytes(offlineCopy.bytes)} MB: a zip to unpack anywhere, which needs no network and no
        server.
      </span>
    </p>
  );
}

export function Home(
  props: { readonly figure?: ReactNode; readonly children: ReactNode } & Pick<Workshop, 'offlineCopy' | 'version'>,
) {
  const { figure, children, offlineCopy, version } = props;
  return (
    <div className="home">
      <h1>Bits per Token</h1>
      <p className="lede">The information theory of language models, in figures that compute.</p>
      {figure}
      <div className="measure">{children}</div>
      <p className="resume" data-resume="" hidden></p>
      <StartHere />
      <Contents />
      <OfflineCopy {...{ offlineCopy, version }} />
    </div>
  );
}
