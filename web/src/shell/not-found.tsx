import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import styles from './not-found.module.css';

export function NotFound() {
  const navigate = useNavigate();
  return (
    <main>
      <h1 className={styles.title}>Not found</h1>
      <EmptyState text="There is no page at this address.">
        <Button onClick={() => navigate({ to: '/' })}>Go to your reading list</Button>
      </EmptyState>
    </main>
  );
}
