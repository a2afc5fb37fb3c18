import type { FastifyInstance, FastifyReply } from 'fastify';
import { join } from 'node:path';
import { z } from 'zod';
import { businessDayOf } from '../../shared/domain/calendar.ts';
import type { Language } from '../../shared/contract/schemas.ts';
import { language } from '../../shared/contract/schemas.ts';
import { sentenceOf } from '../../shared/i18n/speech/call.ts';
import type { Context } from '../usecases/ports.ts';

/** What walls load beside their page; anybody in the network may, since a hall hears and sees it anyway. */
export type WallSources = {
  /** Folder of the clip packs, one folder by language. */
  readonly voice: string;
  readonly media: string;
  /** A sentence as a WAV file. Rejects if it cannot be made. */
  readonly say: (language: Language, sentence: string) => Promise<Buffer>;
};

const clip = z.object({
  language,
  file: z.string().regex(/^[A-Za-z0-9-]{1,80}\.(wav|mp3|ogg|opus|m4a|json)$/),
});
const spoken = z.object({
  number: z.string().regex(/^[A-Za-z0-9]{1,8}$/),
  counter: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  how: z.enum(['call', 'recall', 'last']),
});
/** Walls that catch up say calls that have ended meanwhile. */
const recentSaid = 20;

/** Only what the office calls now or has just called is said, so that strangers cannot keep the machine busy. */
function isCalled({ store, now }: Context, { number, counter }: z.infer<typeof spoken>): boolean {
  const today = businessDayOf(now(), store.office.office().timeZone);
  return [...store.tickets.openCalls(), ...store.tickets.recentCalls(today, recentSaid)].some(
    (call) => call.number === number && call.counterNumber === counter,
  );
}

/** Recordings, speech made here, and the pictures and films beside the calls. */
export function serveWallFiles(app: FastifyInstance, context: Context, sources: WallSources): void {
  const { wallMaterial } = context;
  const nothing = (reply: FastifyReply): void => reply.callNotFound();

  app.get('/voice/clips/:language/:file', (request, reply) => {
    const asked = clip.safeParse(request.params);
    if (!asked.success || !wallMaterial.voice().clips.includes(asked.data.language)) return nothing(reply);
    return reply.sendFile(asked.data.file, join(sources.voice, asked.data.language));
  });

  app.get<{ Params: { language: string } }>('/voice/say/:language', async (request, reply) => {
    const [tongue, asked] = [language.safeParse(request.params.language), spoken.safeParse(request.query)];
    if (!tongue.success || !asked.success || !isCalled(context, asked.data)) return nothing(reply);
    if (!wallMaterial.voice().made.includes(tongue.data)) return nothing(reply);
    const { number, counter: counterNumber, how } = asked.data;
    const sentence = sentenceOf({ number, counterNumber, how }, tongue.data);
    const wav = await sources.say(tongue.data, sentence).catch(() => null);
    if (wav === null) return nothing(reply);
    return reply.type('audio/wav').header('cache-control', 'no-store').send(wav);
  });

  app.get<{ Params: { name: string } }>('/media/:name', (request, reply) => {
    // Only what was found in the folder, so that no name leads anywhere else.
    if (!wallMaterial.media().includes(request.params.name)) return nothing(reply);
    return reply.sendFile(request.params.name, sources.media);
  });
}
