import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { Page } from '../parts/page.tsx';

export function NotFound() {
  const navigate = useNavigate();
  return (
    <Page title="Not found">
      <EmptyState text="There is no page at this address.">
        <Button onClick={() => navigate({ to: '/' })}>Go to your reading list</Button>
      </EmptyState>
    </Page>
  );
}
