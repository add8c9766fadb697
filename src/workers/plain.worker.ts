import { plain } from './plain.ts';
import type { Scope } from './protocol.ts';
import { serve } from './serve.ts';

serve(self as unknown as Scope, plain);
