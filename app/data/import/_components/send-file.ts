import { z } from 'zod';

const Answer = z.object({
  id: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type UploadAnswer = z.infer<typeof Answer>;

export type Sent = { done: number; total: number };

/** A file with what was said of it in the form; empty where nothing was. */
export type Upload = { file: File; ruleSet: string; period: string; area: string; roundedTo: string; source: string };

/** XMLHttpRequest, because fetch doesn't say how much of a file has gone. */
export const sendFile = (
  { file, ruleSet, period, area, roundedTo, source }: Upload,
  onProgress: (sent: Sent) => void,
): Promise<UploadAnswer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/data/import/upload');
    request.setRequestHeader('x-stead-file', encodeURIComponent(file.name));
    request.setRequestHeader('x-stead-rule', ruleSet);
    request.setRequestHeader('x-stead-period', encodeURIComponent(period));
    request.setRequestHeader('x-stead-area', encodeURIComponent(area));
    request.setRequestHeader('x-stead-rounded-to', encodeURIComponent(roundedTo));
    request.setRequestHeader('x-stead-source', encodeURIComponent(source));
    request.upload.onprogress = ({ loaded, total }) => onProgress({ done: loaded, total });
    request.onload = () => {
      try {
        resolve(Answer.parse(JSON.parse(request.responseText)));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(new Error('The connection was lost. Send the file again.'));
    request.send(file);
  });
