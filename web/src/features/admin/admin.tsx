import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { SectionedPage } from '../../parts/sectioned-page.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';

const SECTIONS = [
  { to: '/admin', label: 'Users' },
  { to: '/admin/jobs', label: 'Jobs' },
  { to: '/admin/audit', label: 'Audit log' },
  { to: '/admin/server', label: 'Server' },
];

export function AdminScreen() {
  const { admin } = useViewer();
  const navigate = useNavigate();
  if (admin) return <SectionedPage title="Admin" sections={SECTIONS} />;
  return (
    <Page title="Admin">
      <EmptyState text="This page is for admins. Ask an admin of this server to make you one.">
        <Button onClick={() => navigate({ to: '/' })}>Go to your reading list</Button>
      </EmptyState>
    </Page>
  );
}
