import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';

export function NotFound() {
  const navigate = useNavigate();
  return (
    <EmptyState text="There is no page at this address.">
      <Button onClick={() => navigate({ to: '/' })}>Go to your reading list</Button>
    </EmptyState>
  );
}
