import { misbehavingParsers } from './misbehaving.ts';
import { serve } from './worker.ts';

serve(misbehavingParsers);
