import { normaliseUrl } from '../../reader/normaliseUrl.ts';
import { ReaderError } from '../../reader/readerError.ts';

/** The address by which a blog's page is recognised, or null for one that is never fetched (credentials in it). */
export function addressKeyOf(url: string): string | null {
  try {
    return normaliseUrl(url);
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}
