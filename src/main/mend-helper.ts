import { serveMendHelper } from '../machine/mending/helper.ts';
import { windowsGround } from '../machine/mending/windows-ground.ts';

// The helper with an administrator's rights, where the program runs from source under plain Node.
process.exit(await serveMendHelper(process.argv, windowsGround()));
