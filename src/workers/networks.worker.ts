import { networks } from './networks.ts';
import type { Scope } from './protocol.ts';

networks(self as unknown as Scope);
