import { z } from 'zod';
import { siteIds, siteModes } from './site.ts';

export const siteIdSchema = z.enum(siteIds);
export const siteModeSchema = z.enum(siteModes);
