import { fuzzEveryRoute } from './fuzz/property.ts';

await fuzzEveryRoute({});
