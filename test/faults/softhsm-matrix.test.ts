import { describeMatrix } from './matrix-story.ts';

describeMatrix('softhsm');
