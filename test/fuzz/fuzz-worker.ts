import { parsers } from './parsers.ts';
import { serve } from './worker.ts';

serve(parsers);
