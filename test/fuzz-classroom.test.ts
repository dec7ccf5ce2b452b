import { fuzzEveryRoute } from './fuzz/property.ts';
import { isThorough } from './thorough.ts';

// The mode with the most open doors, and with headers that say who asks and how: believed here, so made up too.
// The known hostile values were tried without it; what the mode changes is who may ask, and no check of a value.
await fuzzEveryRoute({ classroom: true, trustProxy: true }, { examples: isThorough });
