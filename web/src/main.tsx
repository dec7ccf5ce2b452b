import './styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { whenSignedOut } from './api.ts';
import { statusQuery } from './features/sessions/sessions.queries.ts';
import { listenForKeys } from './keys.ts';
import { MessageStack } from './parts/message-stack.tsx';
import { queryClient } from './query-client.ts';
import { leadToLogin, router } from './router.ts';
import { registerServiceWorker } from './service-worker.ts';
import { colorScheme } from './shell/color-scheme.ts';
import { cssVariables, theme } from './theme.ts';

void queryClient.prefetchQuery(statusQuery); // before anything renders: every page waits for it
whenSignedOut(leadToLogin);
listenForKeys();
registerServiceWorker();

const root = createRoot(document.getElementById('root') as HTMLElement);
const client = (
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      deduplicateCssVariables={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <MessageStack />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>
);
// Drawn when the router knows the screen, and as a transition, which lets a key or a finger through. Left to itself the provider is
// drawn empty first, and the screen then in one piece.
void router.load().finally(() => startTransition(() => root.render(client)));
