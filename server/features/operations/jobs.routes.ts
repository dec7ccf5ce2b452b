import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import type { Works } from '../../jobs/queues.ts';
import { requireAdmin, viewerOf } from '../users/viewer.ts';
import { JobAnswer, JobParams, JobQuery } from './jobs.schemas.ts';
import { JOB_ORDER, selectJobs } from './jobs.sql.ts';
import { presentJob, retryJob } from './jobs.ts';

const tags = ['Operations'];

export const jobsRoutes: FastifyPluginAsyncTypebox<{ works: Works }> = async (app, { works }) => {
  app.get(
    '/admin/jobs',
    {
      schema: {
        tags,
        summary: 'What the server does by itself, such as fetching pages, newest first (admins)',
        querystring: JobQuery,
        response: { 200: Type.Array(JobAnswer), ...refusals(400, 401, 403) },
      },
    },
    async (request, reply) => {
      requireAdmin(viewerOf(request));
      const page = readPage(request.query, JOB_ORDER);
      const jobs = await selectJobs(request.query.state, page);
      return answerPage(request, reply, jobs, page, JOB_ORDER).map(presentJob);
    },
  );

  app.post(
    '/admin/jobs/:id/retry',
    {
      schema: {
        tags,
        summary: 'Run a job again that failed (admins)',
        params: JobParams,
        response: { 200: JobAnswer, ...refusals(400, 401, 403, 404, 409) },
      },
    },
    async (request) => presentJob(await retryJob(viewerOf(request), works, request.params.id)),
  );
};
