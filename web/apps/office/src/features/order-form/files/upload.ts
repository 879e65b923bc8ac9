/** Uploads one file, telling how much of it is gone: `fetch` cannot say that. */
import { type AttachmentKind, asError, NoAnswer, type WorkOrderOut } from "@vitrazh/api";

export interface Upload {
  orderId: string;
  file: File;
  name: string;
  kind: AttachmentKind;
  /** The same for every try of this file. */
  key: string;
  onProgress?: (part: number) => void;
}

export function upload({
  orderId,
  file,
  name,
  kind,
  key,
  onProgress,
}: Upload): Promise<WorkOrderOut> {
  const query = new URLSearchParams({ name: name.slice(0, 200) || "file", kind });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/work-orders/${orderId}/attachments?${query}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Idempotency-Key", key);
    request.responseType = "json";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(new NoAnswer("the upload broke off"));
    request.ontimeout = request.onerror;
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as WorkOrderOut);
      else reject(refusalOf(request));
    };
    request.send(file);
  });
}

function refusalOf(request: XMLHttpRequest): Error {
  const headers = new Headers();
  const again = request.getResponseHeader("retry-after");
  if (again) headers.set("retry-after", again);
  return asError(request.response, new Response(null, { status: request.status, headers }));
}
