import { localStorageColorSchemeManager } from '@mantine/core';

/** Where the chosen theme is kept; public/first.js reads the same key before the first paint. */
export const colorScheme = localStorageColorSchemeManager({ key: 'carrel-color-scheme' });
