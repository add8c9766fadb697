import { ownNetwork } from '#kit/state/ownNetwork.ts';
import { download } from './download.ts';

const fileName = 'network.bin';

interface KeepNetworkProps {
  /** There is no network yet. */
  readonly disabled: boolean;
  /** What a kept network is good for, said when it is kept. */
  readonly use: string;
  /** Writes the file, hands it over, and says the sentence that comes back. */
  write(then: (file: ArrayBuffer) => string): Promise<void>;
}

/** Two ways to have a trained network later: on this computer, or as a file. */
export function KeepNetwork({ disabled, use, write }: KeepNetworkProps) {
  return (
    <>
      <button
        type="button"
        disabled={disabled}
        onClick={() =>
          void write((file) =>
            ownNetwork.set(file)
              ? `Kept on this computer. ${use}`
              : 'Kept until this page is closed: this browser refuses to store it.',
          )
        }
      >
        Keep this network
      </button>
      <button
        type="button"
        disabled={disabled}
        onClick={() =>
          void write((file) => {
            download(fileName, new Blob([file], { type: 'application/octet-stream' }));
            return `${fileName}, ${Math.ceil(file.byteLength / 1000)} kB. If no download began, this frame forbids them.`;
          })
        }
      >
        Download it
      </button>
    </>
  );
}
