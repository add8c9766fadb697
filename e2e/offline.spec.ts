import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { offline, offlineFolder } from './addresses.ts';
import { specs } from './expected.ts';
import { expectAlive, openEmbed } from './hosts.ts';
import { expect, test } from './test.ts';
import { perform, transcripts } from './transcripts.ts';

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
